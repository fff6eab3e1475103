import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeTo } from '../testing/close-to.js';
import { hasShared } from '../testing/shared-data.js';
import { plainVectors } from '../testing/vectors.js';
import { attributableDrift, driftDeltas, driftResistance100, driftResistance200 } from './drift.js';

interface Vector {
  readonly cycle_scores: number[];
  readonly deltas: number[];
  readonly scorer_1_0_0: number;
  readonly scorer_2_0_0: number;
}

describe.skipIf(!hasShared)('drift, by the vectors', () => {
  it.each(plainVectors<Vector>('drift.json').map((vector) => [vector.cycle_scores, vector] as const))(
    '%j',
    (scores, vector) => {
      expect(driftDeltas(scores).slice(1)).toEqual(closeTo(vector.deltas));
      expect(driftResistance100(scores)).toEqual(closeTo(vector.scorer_1_0_0));
      expect(driftResistance200(scores)).toEqual(closeTo(vector.scorer_2_0_0));
    },
  );
});

describe('drift', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('lies from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(share, { maxLength: 6 }), (scores) => {
        for (const resistance of [driftResistance100(scores), driftResistance200(scores)]) {
          expect(resistance).toBeGreaterThanOrEqual(0);
          expect(resistance).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('has no difference for the first cycle, and none of no cycles', () => {
    expect(driftDeltas([0.5, 0.25])).toEqual([null, -0.25]);
    expect(driftDeltas([])).toEqual([]);
  });

  it('takes the oracle’s own drift out of a method’s', () => {
    expect(attributableDrift(0.4, 0.8)).toBe(0.5);
    expect(attributableDrift(0.9, 0.8)).toBe(1);
    expect(attributableDrift(0.9, 0)).toBeNull();
  });
});
