import { createRandom, proofToken } from '@obey/prepare';
import { levels } from '@obey/schema';
import { expect, it } from 'vitest';
import { prepare } from './prepare.js';

const seeds = 50;
const secret = '7d'.repeat(32);
const sizes = {
  easy: { parcels: 8, limit: 2000 },
  medium: { parcels: 12, limit: 2000 },
  hard: { parcels: 20, limit: 5000 },
  elite: { parcels: 32, limit: 5000 },
} as const;

it(`has three parcels on each side of the limit and three at its edge, for ${seeds} seeds at each level`, () => {
  for (const level of levels) {
    for (let seed = 0; seed < seeds; seed += 1) {
      const made = prepare({
        seed,
        level,
        parameters: sizes[level],
        random: createRandom(seed, 'smoke-if'),
        secret,
        token: (item) => proofToken(secret, item),
      });
      const { limit, parcels } = sizes[level];
      const weights = Object.values(made.facts?.weights ?? {}) as number[];
      expect(weights).toHaveLength(parcels);
      expect(weights.filter((grams) => grams > limit + 1).length).toBeGreaterThanOrEqual(3);
      expect(weights.filter((grams) => grams < limit - 1).length).toBeGreaterThanOrEqual(2);
      for (const edge of [limit - 1, limit, limit + 1])
        expect(weights.filter((grams) => grams === edge)).toHaveLength(1);
      for (const parcel of JSON.parse(made.files?.['input/parcels.json'] ?? '[]')) {
        expect(parcel.contents.every((part: { grams: number }) => part.grams > 0)).toBe(true);
      }
    }
  }
});
