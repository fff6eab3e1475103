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
  const timed = threads.map(({ lines, names }) => ({
    lines,
    names,
    times: names ? [earliest(random)] : timeThread(lines, settings.timing, settings.distance, total, random),
  }));
  const room = total - threads.flatMap(({ lines }) => lines).length;
  const fillers = distractors(layout, story, room, signalTimes(layout, story, total));
  const all = [...fillers.map(({ time }) => time), ...timed.flatMap(({ times }) => times)].sort((a, b) => a - b);
  const taken = new Set<number>();
  const slots = new Map<number, Entry>();
  for (const { lines, names, times } of timed) {
    const ranks = times.map((time) => all.findIndex((other) => other >= time) / Math.max(1, total - 1));
    const places = placeThread(ranks, settings.distance, total, taken);
    lines.forEach((line, index) => {
      slots.set(places[index] as number, { line, of: subject, names });
    });
  }
  for (let slot = 0, next = 0; slot < total; slot += 1) {
    if (!slots.has(slot)) slots.set(slot, fillers[next++] as Entry);
  }
  const entries = Array.from({ length: total }, (_, slot) => slots.get(slot) as Entry);
  return { placed: callProjects(entries, shortened, layout.cycle > 0, random), rivals: story.rivals };
}

const samples = 16;

/** When lines that count come, as many times told: distractors come when they do, so that no position tells them apart. */
function signalTimes({ settings, random }: Layout, { threads }: Story, total: number): number[] {
  return threads.flatMap((lines) =>
    Array.from({ length: samples }, () =>
      timeThread(lines, settings.timing, settings.distance, total, random).filter(
        (_, at) => lines[at]?.signal === true,
      ),
    ).flat(),
  );
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

type TimedEntry = Entry & { readonly time: number };

/**
 * Exactly `room` lines in the order of their times: decoys about the project asked about, at most a quarter, and what others say of
 * theirs.
 */
function distractors(layout: Layout, story: Story, room: number, times: readonly number[]): TimedEntry[] {
  const { random, settings, state, template } = layout;
  const timed: TimedEntry[] = [];
  const add = (lines: readonly StoryLine[], of: ProjectCast, latest: number): void => {
    const drawn = lines.map(() => random.choice(times) + (random.float() - 0.5) * 0.02);
    drawn.sort((a, b) => a - b);
    timed.push(
      ...lines.map((line, at) => {
        const time = Math.min(latest, drawn[at] as number);
        return { line: { ...line, signal: false }, of, names: false, time };
      }),
    );
  };
  const latest = settings.timing === 'after_last_mention' ? beforeLastWord : 1;
  for (const lines of shuffled(story.decoys, random)) {
    if (timed.length + lines.length <= room / 4) add(lines, state.cast.subject, latest);
  }
  const others = state.cast.others.slice(0, Math.max(2, Math.round(room / 22)));
  if (settings.depth >= 3 && layout.cycle === 0) {
    // Said twice, so that as large a share of what holds nothing gives a short name as of what counts.
    for (const of of [...others, ...others])
      timed.push({ line: shortName(of, false, layout), of, names: true, time: earliest(random) });
  }
  for (let index = 0; timed.length < room; index += 1) {
    if (index > room + 4 * patience)
      throw new GenerationError(`${template.key} has no act that other projects could repeat`);
    const of = random.choice(others);
    const theirs = tell(layout, otherBindings(layout, of, index), of);
    const theirDecoys = shuffled(theirs.decoys, random).slice(0, Math.ceil(theirs.decoys.length / 3));
    for (const lines of shuffled([...theirs.threads, ...theirDecoys], random)) {
      // A thread is cut only when nothing fits the last few places.
      if (lines.length > room - timed.length && index < patience) continue;
      add(lines.slice(0, room - timed.length), of, 1);
    }
  }
  return timed.sort((a, b) => a.time - b.time);
}

/** No talk of a matter comes after a word that is to be the last on it. */
const beforeLastWord = 0.9;
const patience = 12;

/** In an order that favours none, so that whatever room cuts off is like the rest. */
function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const mixed = [...values];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as Value, mixed[at] as Value];
  }
  return mixed;
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
