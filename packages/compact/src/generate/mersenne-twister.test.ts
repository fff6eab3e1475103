import { describe, expect, it } from 'vitest';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { createMersenneTwister } from './mersenne-twister.js';

interface Vector {
  readonly seed: string;
  readonly genrand_uint32: readonly number[];
  readonly random_repr: readonly string[];
  readonly getrandbits_seq_k1_to_64: readonly string[];
  readonly randbelow: Readonly<Record<string, readonly number[]>>;
  readonly choice_index_len36_then_25_then_20: readonly number[];
  readonly randint_2024_2026__1_12__1_28: readonly number[];
  readonly choices_k2_over_23_idx: readonly number[];
}

const vectors: readonly Vector[] = hasShared ? JSON.parse(sharedFile('vectors/mt19937.json')).vectors : [];
const indices = (length: number) => Array.from({ length }, (_, index) => index);

describe('createMersenneTwister', () => {
  it('gives the numbers of the published generator', () => {
    // The ten thousandth output of MT19937 seeded with 5489 stands in the C++ standard; by array, CPython gives these.
    const random = createMersenneTwister(42n);
    expect([random.uint32(), random.uint32(), random.uint32()]).toEqual([2746317213, 478163327, 107420369]);
  });

  it('goes on past the end of its table', () => {
    const one = createMersenneTwister(7n);
    const drawn = Array.from({ length: 2000 }, () => one.uint32());
    expect(new Set(drawn).size).toBe(2000);
    const other = createMersenneTwister(7n);
    for (let i = 0; i < 1300; i += 1) other.uint32();
    expect(other.uint32()).toBe(drawn[1300]);
  });

  it('takes the size of a negative seed', () => {
    expect(createMersenneTwister(-42n).uint32()).toBe(createMersenneTwister(42n).uint32());
  });

  it.skipIf(!hasShared).each(vectors)('agrees with CPython for the seed $seed', (vector) => {
    const fresh = () => createMersenneTwister(BigInt(vector.seed));
    const raw = fresh();
    expect(vector.genrand_uint32.map(() => raw.uint32())).toEqual(vector.genrand_uint32);
    const floats = fresh();
    expect(vector.random_repr.map(() => floats.float())).toEqual(vector.random_repr.map(Number));
    const bits = fresh();
    expect(vector.getrandbits_seq_k1_to_64.map((_, index) => String(bits.bigBits(index + 1)))).toEqual(
      vector.getrandbits_seq_k1_to_64,
    );
    for (const [limit, numbers] of Object.entries(vector.randbelow)) {
      const random = fresh();
      expect(numbers.map(() => random.below(Number(limit)))).toEqual(numbers);
    }
    const choice = fresh();
    expect([36, 25, 20].map((length) => choice.choice(indices(length)))).toEqual(
      vector.choice_index_len36_then_25_then_20,
    );
    const integer = fresh();
    expect([integer.integer(2024, 2026), integer.integer(1, 12), integer.integer(1, 28)]).toEqual(
      vector.randint_2024_2026__1_12__1_28,
    );
    expect(fresh().choices(indices(23), 2)).toEqual(vector.choices_k2_over_23_idx);
  });
});
