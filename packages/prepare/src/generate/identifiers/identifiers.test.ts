import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.js';
import { drawIdentifiers } from './identifiers.js';

const seeds = process.env.OBEY_FULL === '1' ? 1_000 : 20;

describe('drawIdentifiers', () => {
  it('gives different ones of the pattern, in order', () => {
    for (let seed = 0; seed < seeds; seed += 1) {
      const drawn = drawIdentifiers(createRandom(seed, 'ids'), 'INV-@##', 60);
      expect(new Set(drawn).size).toBe(60);
      expect([...drawn].sort()).toEqual(drawn);
      for (const id of drawn) expect(id).toMatch(/^INV-[A-HJ-NPR-Z]\d\d$/);
    }
  });

  it('refuses a pattern that is too small', () => {
    expect(() => drawIdentifiers(createRandom(1), 'A#', 6)).toThrow(RangeError);
    expect(drawIdentifiers(createRandom(1), 'A#', 5)).toHaveLength(5);
  });
});
