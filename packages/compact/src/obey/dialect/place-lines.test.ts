import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMersenneTwister } from '../../generate/mersenne-twister.js';
import { overrideTimings } from './obey-template.js';
import { placeThread, timeThread } from './place-lines.js';

describe('lines of a thread', () => {
  it('come in their order, within the conversation', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(...overrideTimings),
        fc.nat(20),
        fc.integer({ min: 9, max: 300 }),
        (seed, overrides, timing, distance, turns) => {
          const lines = overrides.map((each) => ({ overrides: each }));
          const times = timeThread(lines, timing, distance, turns, createMersenneTwister(seed));
          expect(times).toHaveLength(lines.length);
          for (const [index, time] of times.entries()) {
            expect(time).toBeGreaterThanOrEqual(times[index - 1] ?? 0);
            expect(time).toBeLessThan(1);
          }
          const taken = new Set<number>();
          const slots = placeThread(times, distance, turns, taken);
          expect(new Set(slots).size).toBe(lines.length);
          expect(slots).toEqual([...slots].sort((a, b) => a - b));
          expect(slots.every((slot) => slot >= 0 && slot < turns)).toBe(true);
        },
      ),
    );
  });

  it('keep their distance where there is room, and take no slot twice', () => {
    const taken = new Set([0, 1, 2, 50]);
    const slots = placeThread([0, 0, 0.5], 5, 100, taken);
    expect(slots[0]).toBe(3);
    expect((slots[1] as number) - (slots[0] as number)).toBeGreaterThan(5);
    expect(slots[2]).not.toBe(50);
    expect(taken.size).toBe(7);
    expect(placeThread([0.1, 0.2, 0.3], 50, 6, new Set([1]))).toHaveLength(3);
  });
});
