import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ticks } from './chart-scale.js';

it('gives round values between start and end', () => {
  expect(ticks(0, 2600, 8)).toEqual([0, 500, 1000, 1500, 2000, 2500]);
  expect(ticks(3480, 5600, 8)).toEqual([3500, 4000, 4500, 5000, 5500]);
  expect(ticks(7, 7, 8)).toEqual([7]);
  const moment = fc.double({ min: 0, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(
      moment,
      fc.double({ min: 1e-2, max: 1e9, noNaN: true }),
      fc.integer({ min: 2, max: 12 }),
      (start, length, most) => {
        const values = ticks(start, start + length, most);
        expect(values.length).toBeLessThanOrEqual(most + 1);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(start - length / 1e6);
          expect(value).toBeLessThanOrEqual(start + length * (1 + 1e-6));
        }
      },
    ),
  );
});
