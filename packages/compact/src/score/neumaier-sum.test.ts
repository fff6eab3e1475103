import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clamp01, mean, neumaierSum } from './neumaier-sum.js';

it('sums as CPython 3.12 does', () => {
  // Given by Python 3.12.1.
  expect(neumaierSum(Array(10).fill(0.1))).toBe(1);
  expect(neumaierSum([0.2, 0.2, 0.2])).toBe(0.6000000000000001);
  expect(neumaierSum([1e16, 1, -1e16])).toBe(1);
  expect(neumaierSum([1e308, 1e308])).toBe(Number.POSITIVE_INFINITY);
  expect(neumaierSum([])).toBe(0);
});

it('is as near as a double can be for whole numbers over 2^20', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 })), (numbers) => {
      const exact = numbers.reduce((sum, number) => sum + BigInt(number), 0n);
      expect(neumaierSum(numbers.map((number) => number / 2 ** 20))).toBe(Number(exact) / 2 ** 20);
    }),
  );
});

it('has the mean it is told for nothing', () => {
  expect([mean([], 7), mean([1, 2], 7)]).toEqual([7, 1.5]);
  expect([-1, 0.5, 2].map(clamp01)).toEqual([0, 0.5, 1]);
});
