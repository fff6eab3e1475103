import { createHash } from 'node:crypto';
import { xoshiro128 } from './xoshiro128.js';

/**
 * Seeded randomness that gives the same draws on every platform.
 * A stream is named: what it draws depends on the seed and its names alone, never on what other streams drew.
 */
export interface Random {
  /** The stream of these names below this one; pure, so forking twice gives the same stream twice. */
  fork(...names: readonly (string | number)[]): Random;
  /** A whole number from `min` to `max`, both included, all equally likely. */
  integer(min: number, max: number): number;
  /** From 0 (included) to 1 (excluded), 53 bits. */
  real(): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One of `items`, all equally likely. @throws RangeError when there are none */
  pick<T>(items: readonly T[]): T;
  /** One of `items`, each as likely as its weight among all. @throws RangeError when no weight is above 0 */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T;
  /** A new list in random order. */
  shuffle<T>(items: readonly T[]): T[];
  /** `n` different places of `items`, in random order. @throws RangeError when there are fewer */
  sample<T>(items: readonly T[], n: number): T[];
  /** Normally distributed within six standard deviations: the sum of twelve uniform draws (Irwin–Hall), exact everywhere. */
  normal(mean?: number, deviation?: number): number;
}

const word = 2 ** 32;

/** The stream of `seed` and `names`: xoshiro128** started from the SHA-256 of both. */
export function createRandom(seed: number, ...names: readonly (string | number)[]): Random {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, ...names.map(String)]))
    .digest();
  const next = xoshiro128([
    digest.readUInt32LE(0),
    digest.readUInt32LE(4),
    digest.readUInt32LE(8),
    digest.readUInt32LE(12),
  ]);

  /** 53 random bits as a whole number. */
  const wide = () => (next() >>> 5) * 2 ** 26 + (next() >>> 6);

  /** A whole number below `count`, by rejection, so that no value is favoured. */
  const below = (count: number): number => {
    const [draw, space] = count <= word ? [next, word] : [wide, 2 ** 53];
    const limit = space - (space % count);
    for (;;) {
      const value = draw();
      if (value < limit) return value % count;
    }
  };

  const random: Random = {
    fork: (...more) => createRandom(seed, ...names, ...more),
    integer(min, max) {
      if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || max < min || max - min >= 2 ** 53 - 1) {
        throw new RangeError(`integer(${min}, ${max}) needs two whole numbers, the least first`);
      }
      return min + below(max - min + 1);
    },
    real: () => wide() / 2 ** 53,
    chance: (p) => random.real() < p,
    pick(items) {
      if (items.length === 0) throw new RangeError('pick needs at least one item');
      return items[below(items.length)] as (typeof items)[number];
    },
    weighted(items, weight) {
      const weights = items.map((item) => Math.max(0, weight(item)));
      let left = random.real() * weights.reduce((sum, value) => sum + value, 0);
      const index = weights.findIndex((value) => {
        left -= value;
        return value > 0 && left < 0;
      });
      const chosen = index >= 0 ? index : weights.findLastIndex((value) => value > 0);
      if (chosen < 0) throw new RangeError('weighted needs a weight above 0');
      return items[chosen] as (typeof items)[number];
    },
    shuffle: (items) => random.sample(items, items.length),
    sample(items, n) {
      if (n > items.length || n < 0) throw new RangeError(`sample of ${n} out of ${items.length}`);
      const rest = [...items];
      for (let index = 0; index < n; index += 1) {
        const other = index + below(rest.length - index);
        [rest[index], rest[other]] = [rest[other] as (typeof rest)[number], rest[index] as (typeof rest)[number]];
      }
      return rest.slice(0, n);
    },
    normal(mean = 0, deviation = 1) {
      let sum = 0;
      for (let draw = 0; draw < 12; draw += 1) sum += next();
      return mean + deviation * (sum / word - 6);
    },
  };
  return random;
}
