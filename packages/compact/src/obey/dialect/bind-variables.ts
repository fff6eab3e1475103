import { deriveSeed } from '../../generate/derive-seed.js';
import { createMersenneTwister } from '../../generate/mersenne-twister.js';
import { GenerationError } from '../../template/errors.js';
import { drawers, shiftDay } from './draw-value.js';
import type { Vocabulary } from './fields/vocabulary.js';

/**
 * A variable: drawn by a generator, or reckoned from others: `sum` of whole numbers, `shifted_day` of a day and numbers of days, `copy`
 * of one whose name is about to be bound anew.
 */
export interface ObeyVariable {
  readonly name: string;
  readonly generator: string;
  /** Names of variables, `-name` to subtract. */
  readonly of?: readonly string[] | undefined;
}

export type Bindings = ReadonlyMap<string, string>;

/** Generators that reckon a value from others. */
export const derivedGenerators: readonly string[] = ['sum', 'shifted_day', 'copy'];

const rounds = 400;

/**
 * Values for variables: a pure function of the seed. They are distinct, no two alike but for case, none a part of another,
 * and none equal to or part of what is in `taken`, nor the other way round.
 *
 * @throws GenerationError when the words do not suffice
 */
export function bindVariables(
  variables: readonly ObeyVariable[],
  seed: bigint,
  vocabulary: Vocabulary,
  taken: Bindings = new Map(),
): Map<string, string> {
  for (let round = 0; round < rounds; round += 1) {
    const bound = attempt(variables, deriveSeed(seed, `round_${round}`), vocabulary, taken);
    if (bound !== undefined) return bound;
  }
  throw new GenerationError('no distinct values are left for the variables', {
    hint: 'declare fewer variables of one generator, or name a field with more words',
  });
}

function attempt(
  variables: readonly ObeyVariable[],
  seed: bigint,
  vocabulary: Vocabulary,
  taken: Bindings,
): Map<string, string> | undefined {
  const all = new Map(taken);
  const bound = new Map<string, string>();
  for (const variable of variables) {
    const value = derived(variable, all) ?? drawn(variable, seed, vocabulary, all);
    if (value === undefined || (variable.generator !== 'copy' && clashes(value, all.values()))) return undefined;
    all.set(variable.name, value);
    bound.set(variable.name, value);
  }
  return bound;
}

function drawn(variable: ObeyVariable, seed: bigint, vocabulary: Vocabulary, all: Bindings): string | undefined {
  const draw = drawers.get(variable.generator);
  if (draw === undefined) throw new GenerationError(`no generator is called ${JSON.stringify(variable.generator)}`);
  const random = createMersenneTwister(deriveSeed(seed, variable.name));
  for (let round = 0; round < rounds; round += 1) {
    const value = draw(random, vocabulary);
    if (!clashes(value, all.values())) return value;
  }
  return undefined;
}

/** Undefined for a variable that is drawn. */
function derived({ generator, of = [] }: ObeyVariable, all: Bindings): string | undefined {
  if (!derivedGenerators.includes(generator)) return undefined;
  if (generator === 'copy') return all.get(of[0] ?? '') ?? '';
  const terms = of.map((term) => {
    const [sign, name] = term.startsWith('-') ? [-1, term.slice(1)] : [1, term];
    return { sign, value: all.get(name) ?? '' };
  });
  if (generator === 'sum') return String(terms.reduce((total, { sign, value }) => total + sign * Number(value), 0));
  const [day, ...shifts] = terms;
  return shiftDay(
    day?.value ?? '',
    shifts.reduce((total, { sign, value }) => total + sign * Number(value), 0),
  );
}

function clashes(value: string, others: Iterable<string>): boolean {
  const small = value.toLowerCase();
  for (const other of others) {
    const theirs = other.toLowerCase();
    if (theirs.includes(small) || small.includes(theirs)) return true;
  }
  return false;
}
