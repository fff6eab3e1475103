import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passPowers } from './pass-k.js';

/** Counts the k-subsets by hand. */
function byEnumeration(passed: number, trials: number, k: number): number {
  let subsets = 0;
  let whole = 0;
  for (let mask = 0; mask < 2 ** trials; mask++) {
    const chosen = Array.from({ length: trials }, (_, bit) => bit).filter((bit) => mask & (1 << bit));
    if (chosen.length !== k) continue;
    subsets += 1;
    if (chosen.every((bit) => bit < passed)) whole += 1;
  }
  return whole / subsets;
}

it('is the share of k-subsets of the trials that passed whole', () => {
  const task = fc
    .integer({ min: 1, max: 8 })
    .chain((trials) => fc.record({ trials: fc.constant(trials), passed: fc.integer({ min: 0, max: trials }) }));
  fc.assert(
    fc.property(task, ({ passed, trials }) => {
      passPowers([{ passed, trials }]).forEach((share, index) => {
        expect(share).toBeCloseTo(byEnumeration(passed, trials, index + 1), 12);
      });
    }),
  );
});

it('averages over tasks, up to the least number of trials', () => {
  expect(
    passPowers([
      { passed: 4, trials: 4 },
      { passed: 1, trials: 2 },
    ]),
  ).toEqual([0.75, 0.5]);
  expect(passPowers([])).toEqual([]);
});
