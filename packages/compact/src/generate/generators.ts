import { nearest } from '@obey/schema';
import { UnknownGeneratorError } from '../template/errors.js';
import { actionPhrases, orgNames, personNames, projectNouns, skuLetters, skuPrefixes } from './lexicons.js';
import { createMersenneTwister, type Random } from './mersenne-twister.js';

/** Makes one value from fresh random numbers. */
export type Generator = (random: Random) => string;

/** The seven generators of values, by the names that templates use. */
export const generators: ReadonlyMap<string, Generator> = new Map<string, Generator>([
  ['action_phrase', (random) => random.choice(actionPhrases)],
  ['amount_usd', amount],
  ['date_iso', date],
  ['org_name', (random) => random.choice(orgNames)],
  ['person_name', (random) => random.choice(personNames)],
  ['product_sku', stockUnit],
  ['project_noun', (random) => random.choice(projectNouns)],
]);

/**
 * The value that a generator makes from a seed.
 *
 * @throws UnknownGeneratorError
 */
export function generateValue(generator: string, seed: bigint): string {
  return drawValue(generator, createMersenneTwister(seed));
}

/**
 * As `generateValue`, from fresh random numbers.
 *
 * @throws UnknownGeneratorError
 */
export function drawValue(generator: string, random: Random): string {
  const make = generators.get(generator);
  if (make !== undefined) return make(random);
  const near = nearest(generator, generators.keys());
  throw new UnknownGeneratorError(
    `expected one of ${[...generators.keys()].join(', ')}, found the generator ${JSON.stringify(generator)}`,
    near === undefined ? {} : { hint: `did you mean "${near}"?` },
  );
}

function date(random: Random): string {
  const year = random.integer(2024, 2026);
  const month = random.integer(1, 12);
  const day = random.integer(1, 28);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const magnitudes = [2, 3, 4, 5];

function amount(random: Random): string {
  const digits = random.choice(magnitudes);
  const dollars = random.integer(10 ** (digits - 1), 10 ** digits - 1);
  const text = String(dollars);
  return text.length < 4 ? `$${text}` : `$${text.slice(0, -3)},${text.slice(-3)}`;
}

function stockUnit(random: Random): string {
  const prefix = random.choice(skuPrefixes);
  const letters = random.choices(skuLetters, 2).join('');
  return `${prefix}-${letters}${random.integer(100, 9999)}`;
}
