import type { Random } from '../../generate/mersenne-twister.js';
import { substitute } from '../../template/references.js';
import type { Bindings, ObeyVariable } from './bind-variables.js';
import { drawers } from './draw-value.js';
import type { Vocabulary } from './fields/vocabulary.js';
import { isSettingAct } from './language/language.js';
import type { ActTurn, Shape } from './obey-template.js';
import { type Line, tellAct } from './tell-act.js';
import type { Content } from './word-form.js';

/** A line of a story: whether it is needed to answer, and whether it begins what replaces an earlier word. */
export interface StoryLine extends Line {
  readonly signal: boolean;
  readonly overrides: boolean;
}

/** What is told of one project. */
export interface Story {
  /** Lines that belong together, in their order: all of one matter. */
  readonly threads: readonly (readonly StoryLine[])[];
  /** Lines that hold nothing: other people's words on the same matters, thoughts and quotations that nobody made binding. */
  readonly decoys: readonly (readonly StoryLine[])[];
  /** Values that decoys gave, by the value that holds. */
  readonly rivals: ReadonlyMap<string, readonly string[]>;
}

export interface StoryOptions {
  readonly acts: readonly ActTurn[];
  readonly bindings: Bindings;
  readonly variables: readonly ObeyVariable[];
  /** Whose word counts. */
  readonly lead: string;
  readonly others: readonly string[];
  /** 0–3; see `ObeyPolicy`. */
  readonly depth: number;
  /** Decoys for each act, at most. */
  readonly decoys: number;
  /** A value that nothing in the case has yet, from a generator. */
  readonly fresh: (generator: string, random: Random) => string | undefined;
  readonly vocabulary: Vocabulary;
  readonly random: Random;
}

/**
 * Tells the acts of one project. The project asked about and all others are told by this same rule, so that nothing but the names
 * in a turn, and what other turns say, tells what counts from what does not.
 */
export function tellStory(options: StoryOptions): Story {
  const { acts, depth, random, vocabulary, lead, others } = options;
  const shapes = chooseShapes(acts, depth, random);
  const threads = new Map<string, StoryLine[]>();
  const decoys: StoryLine[][] = [];
  const rivals = new Map<string, string[]>();
  const tell = (
    content: Content,
    speaker: string,
    shape: Shape,
    outcome: 'adopted' | 'declined' | 'usurped' | 'left',
    corrects: boolean,
    named?: string,
  ): Line[] => {
    const name = named ?? (shape === 'direct' ? '' : (options.fresh(shape === 'term' ? 'term' : 'mark', random) ?? ''));
    const telling = {
      content,
      speaker,
      others: others.filter((other) => other !== speaker),
      shape,
      name,
      outcome,
      corrects,
    };
    return tellAct({ ...telling, reworded: depth >= (depth === 1 ? 1 : 1 + random.below(3)) }, random, vocabulary);
  };
  acts.forEach((turn, index) => {
    const content = contentOf(turn, options.bindings);
    const key = content.matter === '' ? content.value : content.matter;
    const thread = threads.get(key) ?? [];
    threads.set(key, thread);
    const shape = shapes[index] ?? 'direct';
    let corrects = turn.overrides === true;
    for (let count = 0; count < options.decoys; count += 1) {
      const rival = rivalContent(turn, content, options);
      if (rival === undefined) break;
      const kind = random.below(4);
      if (isSettingAct(rival.act)) rivals.set(content.value, [...(rivals.get(content.value) ?? []), rival.value]);
      else if (rival.act === 'open') rivals.set(content.value, [...(rivals.get(content.value) ?? []), rival.value]);
      if (kind === 0 && isSettingAct(rival.act) && thread.length === 0 && turn.overrides !== true) {
        const earlier = tell(rival, lead, plainShape(depth, random), 'adopted', false);
        thread.push(...earlier.map((line) => ({ ...line, signal: false, overrides: false })));
        corrects = true;
        continue;
      }
      const loose = kind <= 1 || !isSettingAct(rival.act);
      const lines = loose
        ? tell(
            rival,
            random.choice(others.filter((other) => other !== lead)),
            lawfulShape(depth, random),
            'adopted',
            random.below(4) === 0,
          )
        : tell(
            rival,
            lead,
            random.choice(['idea', 'quote'] as const),
            random.choice(['declined', 'usurped', 'left'] as const),
            false,
          );
      decoys.push(lines.map((line) => ({ ...line, signal: false, overrides: false })));
    }
    const signal = turn.superseded !== true;
    const name = turn.name === undefined ? undefined : substitute(turn.name, options.bindings);
    const lines = tell(content, lead, shape, 'adopted', corrects, name);
    thread.push(...lines.map((line, at) => ({ ...line, signal, overrides: at === 0 && turn.overrides === true })));
  });
  return { threads: [...threads.values()], decoys, rivals };
}

function contentOf(turn: ActTurn, bindings: Bindings): Content {
  const filled = (text: string | undefined): string => (text === undefined ? '' : substitute(text, bindings));
  return { act: turn.act, matter: filled(turn.matter), value: filled(turn.value), instead: filled(turn.instead) };
}

/** Of the acts that hold, one is a thought or quotation made binding; the rest are mostly said outright, or spread when depth asks for it. */
function chooseShapes(acts: readonly ActTurn[], depth: number, random: Random): Shape[] {
  const free = acts.flatMap((turn, index) =>
    isSettingAct(turn.act) && turn.as === undefined && turn.superseded !== true ? [index] : [],
  );
  const bound = acts.some((turn) => turn.as === 'idea' || turn.as === 'quote');
  const chosen = bound || free.length === 0 ? -1 : random.choice(free);
  return acts.map((turn, index) => {
    if (turn.as !== undefined) return turn.as;
    if (!isSettingAct(turn.act)) return 'direct';
    if (index === chosen) return random.choice(['idea', 'quote'] as const);
    return turn.superseded === true ? plainShape(depth, random) : lawfulShape(depth, random);
  });
}

function plainShape(depth: number, random: Random): Shape {
  if (depth < 2) return 'direct';
  return random.below(3) < 2 ? 'mark' : 'term';
}

function lawfulShape(depth: number, random: Random): Shape {
  const drawn = random.below(10);
  if (drawn < 2) return 'idea';
  if (drawn < 4) return 'quote';
  return plainShape(depth, random);
}

/** The same act with other values; undefined where there is none. */
function rivalContent(turn: ActTurn, content: Content, options: StoryOptions): Content | undefined {
  if (turn.act === 'pick_first') return { ...content, act: 'pick_second' };
  if (turn.act === 'pick_second') return { ...content, act: 'pick_first' };
  if (turn.act === 'back' || turn.act === 'pair' || turn.act === 'close' || turn.act === 'defer') return undefined;
  const other = (text: string | undefined): string | undefined => {
    const name = text === undefined ? undefined : /^\{\{\s*([\w.]+)\s*\}\}$/.exec(text)?.[1];
    const generator = options.variables.find((variable) => variable.name === name)?.generator;
    return generator === undefined || !drawers.has(generator) ? undefined : options.fresh(generator, options.random);
  };
  const value = other(turn.value);
  if (value === undefined) return undefined;
  const instead = turn.instead === undefined ? '' : other(turn.instead);
  return instead === undefined ? undefined : { ...content, value, instead };
}
