import { deriveSeed } from '../../generate/derive-seed.js';
import type { Random } from '../../generate/mersenne-twister.js';
import { GenerationError } from '../../template/errors.js';
import { extractReferences } from '../../template/references.js';
import { type Bindings, bindVariables, type ObeyVariable } from './bind-variables.js';
import { type CaseState, freshValue, needed, type ProjectCast } from './case-state.js';
import type { PlacedLine } from './compose-turns.js';
import type { Vocabulary } from './fields/vocabulary.js';
import type { ActTurn, ObeyTemplate, OverrideTiming } from './obey-template.js';
import { placeThread, timeThread } from './place-lines.js';
import { type Story, type StoryLine, tellStory } from './tell-story.js';
import { fillForm } from './word-form.js';

/** The knobs of a level, and how many turns hold nothing. */
export interface Settings {
  readonly turns: number;
  readonly depth: number;
  readonly timing: OverrideTiming;
  readonly distance: number;
}

export interface Layout {
  readonly template: ObeyTemplate;
  readonly cycle: number;
  readonly acts: readonly ActTurn[];
  readonly variables: readonly ObeyVariable[];
  readonly settings: Settings;
  readonly seed: bigint;
  readonly state: CaseState;
  readonly vocabulary: Vocabulary;
  readonly random: Random;
}

interface Entry {
  readonly line: StoryLine;
  readonly of: ProjectCast;
  /** It gives the project its short name. */
  readonly names: boolean;
}

/**
 * The lines of one cycle in their order: the story of the project asked about, and `settings.turns` that hold nothing,
 * told by the same acts of other projects and by other people; and the values that compete with those that hold.
 */
export function layOut(layout: Layout): { placed: PlacedLine[]; rivals: Story['rivals'] } {
  const { settings, state, random } = layout;
  const { subject } = state.cast;
  const shortened = settings.depth >= 3;
  const story = tell(layout, state.bindings, subject);
  const threads = story.threads.map((lines) => ({ lines, names: false }));
  if (shortened && layout.cycle === 0) threads.unshift({ lines: [shortName(subject, true, layout)], names: true });
  const total = settings.turns + threads.flatMap(({ lines }) => lines).filter(({ signal }) => signal).length;
  const taken = new Set<number>();
  const slots = new Map<number, Entry>();
  for (const { lines, names } of threads) {
    const times = names ? [earliest(random)] : timeThread(lines, settings.timing, settings.distance, total, random);
    const places = placeThread(times, settings.distance, total, taken);
    lines.forEach((line, index) => {
      slots.set(places[index] as number, { line, of: subject, names });
    });
  }
  const fillers = distractors(layout, story, total, total - slots.size);
  for (let slot = 0, next = 0; slot < total; slot += 1) {
    if (!slots.has(slot)) slots.set(slot, fillers[next++] as Entry);
  }
  const entries = Array.from({ length: total }, (_, slot) => slots.get(slot) as Entry);
  return { placed: callProjects(entries, shortened, layout.cycle > 0, random), rivals: story.rivals };
}

/** Once a short name was given, half of the lines use it. */
function callProjects(entries: readonly Entry[], shortened: boolean, given: boolean, random: Random): PlacedLine[] {
  const known = new Set<string>();
  return entries.map(({ line, of, names }) => {
    const short = shortened && !names && (given || known.has(of.project)) && random.below(2) === 0;
    if (names) known.add(of.project);
    return { line, project: short ? of.short : of.project, signal: line.signal };
  });
}

const earliest = (random: Random): number => random.float() * 0.05;

function shortName({ short, lead }: ProjectCast, signal: boolean, { random, vocabulary }: Layout): StoryLine {
  const form = random.choice(vocabulary.language.links.alias);
  return { speaker: lead, corrects: false, signal, overrides: false, word: (p) => fillForm(form, { t: short, p }) };
}

function tell(layout: Layout, bindings: Bindings, { lead }: ProjectCast): Story {
  const { acts, variables, settings, state, vocabulary, random } = layout;
  return tellStory({
    acts,
    bindings,
    variables,
    lead,
    others: state.cast.people.filter((person) => person !== lead),
    depth: settings.depth,
    decoys: 1 + Math.round(settings.turns / 80),
    fresh: (generator) => freshValue(generator, state.used, random, vocabulary),
    vocabulary,
    random,
  });
}

/** Exactly `room` lines in the order of their times: decoys about the project asked about, at most a third, and what others say of theirs. */
function distractors(layout: Layout, story: Story, total: number, room: number): Entry[] {
  const { random, settings, state, template } = layout;
  const timed: (Entry & { readonly time: number })[] = [];
  const add = (lines: readonly StoryLine[], of: ProjectCast): void => {
    const times = timeThread(lines, settings.timing, settings.distance, total, random);
    timed.push(...lines.map((line, at) => ({ line, of, names: false, time: times[at] as number })));
  };
  for (const lines of story.decoys) {
    if (timed.length + lines.length <= room / 3) add(lines, state.cast.subject);
  }
  const others = state.cast.others.slice(0, Math.max(2, Math.round(room / 22)));
  if (settings.depth >= 3 && layout.cycle === 0) {
    for (const of of others)
      timed.push({ line: shortName(of, false, layout), of, names: true, time: earliest(random) });
  }
  for (let index = 0; timed.length < room; index += 1) {
    if (index > room + 8) throw new GenerationError(`${template.key} has no act that other projects could repeat`);
    const of = random.choice(others);
    const theirs = tell(layout, otherBindings(layout, of, index), of);
    for (const lines of [...theirs.threads, ...theirs.decoys]) {
      const kept = lines.slice(0, room - timed.length);
      add(
        kept.map((line) => ({ ...line, signal: false })),
        of,
      );
    }
  }
  return timed.sort((a, b) => a.time - b.time);
}

/** The template's variables drawn anew for another project, with no value of the one asked about. */
function otherBindings(layout: Layout, of: ProjectCast, index: number): Bindings {
  const { acts, variables, template, seed, state, vocabulary, random } = layout;
  const values = new Set(acts.flatMap(({ value, instead }) => referencesOf(value, instead)));
  const kept = [...state.bindings].filter(([name]) => values.has(name));
  const taken = new Map(kept.map(([name, value]) => [`kept.${name}`, value]));
  const bindings = bindVariables(variables, deriveSeed(seed, `story_${index}`), vocabulary, taken);
  for (const { name, generator } of variables) {
    if (generator !== 'mark' && generator !== 'term') continue;
    bindings.set(name, needed(freshValue(generator, state.used, random, vocabulary), generator));
  }
  bindings.set(template.subject.project, of.project);
  bindings.set(template.subject.lead, of.lead);
  return bindings;
}

function referencesOf(...texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => (text === undefined ? [] : extractReferences(text)));
}
