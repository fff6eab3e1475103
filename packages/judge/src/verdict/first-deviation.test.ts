import type { Unit } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { firstDeviation } from './first-deviation.js';

const unit = (over: Partial<Unit>): Unit => ({
  dimension: 'completeness',
  group: 'a',
  step: 'a',
  item: '',
  weight: 1,
  credit: 1,
  exercised: true,
  observable: true,
  code: 'step-missing',
  due: '',
  seen: '',
  cites: [],
  ...over,
});
const clock = { at: (seq: number) => seq * 10, start: 0, end: 100 };

describe('firstDeviation', () => {
  it('is null where nothing was violated, whatever could not be exercised', () => {
    expect(firstDeviation([unit({ cites: [1] }), unit({ credit: 0, exercised: false })], clock)).toBeNull();
  });

  it('places what was left out where the walk before it was last seen', () => {
    const units = [unit({ cites: [1] }), unit({ cites: [4] }), unit({ step: 'b', credit: 0 })];
    expect(firstDeviation(units, clock)).toEqual({
      code: 'step-missing',
      step: 'b',
      item: '',
      seq: null,
      at: 40,
      share: 0.4,
    });
  });

  it('says nothing of when where nothing was done at all', () => {
    expect(firstDeviation([unit({ credit: 0 })], clock)).toMatchObject({ seq: null, at: null, share: null });
  });

  it('takes the beginning of what came too soon, and the act itself of what should not have been', () => {
    const early = unit({ dimension: 'ordering', step: 'b', credit: 0, cites: [3, 6] });
    const wrong = unit({ dimension: 'conditionality', step: 'c', credit: 0, cites: [2, 5] });
    expect(firstDeviation([wrong, early], clock)).toMatchObject({ step: 'b', seq: 3, at: 30 });
    expect(firstDeviation([wrong], clock)).toMatchObject({ step: 'c', seq: 5, at: 50 });
  });

  it('settles ties by precedence', () => {
    const a = unit({ dimension: 'ordering', step: 'a', credit: 0, cites: [3] });
    const b = unit({ dimension: 'errorHandling', step: 'b', credit: 0, cites: [3] });
    expect(firstDeviation([a, b], clock)?.step).toBe('b');
    expect(firstDeviation([b, a], clock)?.step).toBe('b');
  });
});
