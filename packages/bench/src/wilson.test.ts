import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wilsonInterval } from './wilson.js';

it('agrees with published values', () => {
  // Newcombe 1998, table I, method 3: 81/263 and 15/148; 0/20 and 1/29.
  const near = (interval: readonly number[]) => interval.map((value) => Number(value.toFixed(4)));
  expect(near(wilsonInterval(81, 263))).toEqual([0.2553, 0.3662]);
  expect(near(wilsonInterval(15, 148))).toEqual([0.0624, 0.1605]);
  expect(near(wilsonInterval(0, 20))).toEqual([0, 0.1611]);
  expect(near(wilsonInterval(1, 29))).toEqual([0.0061, 0.1718]);
});

it('knows nothing without trials', () => {
  expect(wilsonInterval(0, 0)).toEqual([0, 1]);
});

it('always holds the share, and narrows with more trials', () => {
  const counts = fc
    .integer({ min: 1, max: 500 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(counts, ([passed, trials]) => {
      const [low, high] = wilsonInterval(passed, trials);
      const [lowFour, highFour] = wilsonInterval(passed * 4, trials * 4);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(passed / trials);
      expect(high).toBeGreaterThanOrEqual(passed / trials);
      expect(highFour - lowFour).toBeLessThan(high - low);
    }),
  );
});
