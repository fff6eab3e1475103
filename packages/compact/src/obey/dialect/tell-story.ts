import type { Random } from '../../generate/mersenne-twister.js';
import { substitute } from '../../template/references.js';
import type { Bindings, ObeyVariable } from './bind-variables.js';
import { drawers } from './draw-value.js';
import type { Vocabulary } from './fields/vocabulary.js';
import { isSettingAct } from './language/language.js';
import type { ActTurn, Shape } from './obey-template.js';
import { type Line, type Telling, tellAct } from './tell-act.js';
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
  readonly fresh: (generator: string) => string | undefined;
  readonly vocabulary: Vocabulary;
  readonly random: Random;
}

/**
 * Tells the acts of one project. The project asked about and all others are told by this same rule, so that nothing but the names
 * in a turn, and what other turns say, tells what counts from what does not.
 */
export function tellStory(options: StoryOptions): Story {
  const { acts, depth, random, lead } = options;
  const shapes = chooseShapes(acts, depth, random);
  const threads = new Map<string, StoryLine[]>();
  const decoys: StoryLine[][] = [];
  const rivals = new Map<string, string[]>();
  acts.forEach((turn, index) => {
    const content = contentOf(turn, options.bindings);
    const thread = threads.get(topicOf(content)) ?? [];
    threads.set(topicOf(content), thread);
    const overrides = turn.overrides === true;
    let corrects = overrides;
    for (let count = 0; count < options.decoys; count += 1) {
      const rival = rivalContent(turn, content, options);
      if (rival === undefined) break;
      if (isSettingAct(rival.act) || rival.act === 'open') {
        rivals.set(content.value, [...(rivals.get(content.value) ?? []), rival.value]);
      }
      const kind = isSettingAct(rival.act) ? random.choice(decoyKinds) : 'stranger';
      if (kind === 'superseded' && thread.length === 0 && !overrides) {
        thread.push(
          ...withoutSignal(tell(options, { content: rival, shape: lawfulShape(depth, random), speaker: lead })),
        );
        corrects = true;
      } else {
        decoys.push(withoutSignal(tell(options, kind === 'loose' ? loose(rival, options) : strange(rival, options))));
      }
    }
    const name = turn.name === undefined ? undefined : substitute(turn.name, options.bindings);
    const lines = tell(options, { content, shape: shapes[index] ?? 'direct', speaker: lead, corrects, name });
    const signal = turn.superseded !== true;
    thread.push(...lines.map((line, at) => ({ ...line, signal, overrides: at === 0 && overrides })));
  });
  return { threads: [...threads.values()], decoys, rivals };
}

/** A word that a later one replaced; someone else's word; a thought or quotation that nobody who decides made binding. */
const decoyKinds = ['superseded', 'stranger', 'stranger', 'loose'] as const;

/** Rejections are told seldom: nothing that counts is worded so. */
const looseEnds = ['declined', 'left', 'usurped', 'usurped', 'usurped', 'usurped', 'usurped', 'usurped'] as const;

type Told = Pick<Telling, 'content' | 'speaker' | 'shape'> & {
  readonly outcome?: Telling['outcome'];
  readonly corrects?: boolean;
  readonly name?: string | undefined;
};

function tell(options: StoryOptions, told: Told): Line[] {
  const { depth, random, others } = options;
  const { shape, speaker } = told;
  const name = told.name ?? (shape === 'direct' ? '' : (options.fresh(shape === 'term' ? 'term' : 'mark') ?? ''));
  const reworded = depth === 1 || random.below(3) < depth;
  const rest = { outcome: told.outcome ?? 'adopted', corrects: told.corrects ?? false, name, reworded } as const;
  const company = others.filter((other) => other !== speaker);
  return tellAct({ ...told, ...rest, others: company }, random, options.vocabulary);
}

function strange(content: Content, { depth, random, others, lead }: StoryOptions): Told {
  const speaker = random.choice(others.filter((other) => other !== lead));
  return { content, speaker, shape: lawfulShape(depth, random), corrects: random.below(5) < 3 };
}

function loose(content: Content, { random, lead }: StoryOptions): Told {
  const shape = random.choice(['idea', 'quote'] as const);
  return { content, speaker: lead, shape, outcome: random.choice(looseEnds), corrects: random.below(5) < 3 };
}

function withoutSignal(lines: readonly Line[]): StoryLine[] {
  return lines.map((line) => ({ ...line, signal: false, overrides: false }));
}

function topicOf({ matter, value }: Content): string {
  return matter === '' ? value : matter;
}

function contentOf(turn: ActTurn, bindings: Bindings): Content {
  const filled = (text: string | undefined): string => (text === undefined ? '' : substitute(text, bindings));
  return { act: turn.act, matter: filled(turn.matter), value: filled(turn.value), instead: filled(turn.instead) };
}

/**
 * How the acts come about, where the template leaves it open. In a story of several matters, one act that holds is a thought or
 * quotation made binding and all acts of another matter are none: whoever takes statements at their face value knows some, and
 * never all.
 */
function chooseShapes(acts: readonly ActTurn[], depth: number, random: Random): Shape[] {
  const free = acts.flatMap((turn, index) =>
    isSettingAct(turn.act) && turn.as === undefined && turn.superseded !== true ? [index] : [],
  );
  const matterOf = (index: number): string => acts[index]?.matter ?? '';
  const several = new Set(acts.map(({ matter, value }) => matter ?? value)).size > 1;
  const given = acts.some(({ as }) => as === 'idea' || as === 'quote');
  const bound = given || free.length === 0 || !several ? -1 : random.choice(free);
  const rest = free.filter((index) => matterOf(index) !== matterOf(bound));
  const plain = rest.length === 0 || !several ? undefined : matterOf(random.choice(rest));
  return acts.map((turn, index) => {
    if (turn.as !== undefined) return turn.as;
    if (!isSettingAct(turn.act)) return 'direct';
    if (index === bound) return random.choice(['idea', 'quote'] as const);
    return turn.matter === plain ? plainShape(depth, random) : lawfulShape(depth, random);
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
  if (turn.act === 'back') return content;
  if (turn.act === 'close') return { ...content, act: 'defer' };
  if (turn.act === 'defer' || (turn.act === 'open' && options.random.below(2) === 0))
    return { ...content, act: 'close' };
  const other = (text: string | undefined): string | undefined => {
    const name = text === undefined ? undefined : /^\{\{\s*([\w.]+)\s*\}\}$/.exec(text)?.[1];
    const generator = options.variables.find((variable) => variable.name === name)?.generator;
    return generator === undefined || !drawers.has(generator) ? undefined : options.fresh(generator);
  };
  const value = other(turn.value);
  if (value === undefined) return undefined;
  const instead = turn.instead === undefined ? '' : other(turn.instead);
  return instead === undefined ? undefined : { ...content, value, instead };
}
