import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holmCorrection } from './holm.js';

it('agrees with the worked example of R p.adjust', () => {
  const corrected = holmCorrection([0.01, 0.02, 0.03, 0.04, 0.05]);
  expect(corrected.map((p) => Number(p.toFixed(4)))).toEqual([0.05, 0.08, 0.09, 0.09, 0.09]);
});

it('never lowers a p, never reorders two, and is one at most', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (values) => {
      const corrected = holmCorrection(values);
      values.forEach((p, index) => {
        expect(corrected[index]).toBeGreaterThanOrEqual(p);
        expect(corrected[index]).toBeLessThanOrEqual(1);
        values.forEach((other, place) => {
          if (p < other) expect(corrected[index]).toBeLessThanOrEqual(corrected[place] ?? 0);
        });
      });
    }),
  );
});
