import { describe, expect, it } from 'vitest';
import type { CycleScorecard } from '../../../model/scorecard.js';
import { aggregateCases } from '../../../score/aggregate.js';
import { aggregateObey } from './aggregate-obey.js';
import { clusterBootstrap } from './bootstrap.js';
import { finalScorecard, type NamedCase, scorecardSchema } from './final-scorecard.js';
import { wilson } from './wilson.js';

const cycle = (score: number, contradiction_rate = 0, compression_ratio = 4): { scorecard: CycleScorecard } => ({
  scorecard: {
    cycle_number: 0,
    cycle_score: score,
    penalized_cycle_score: score * (1 - contradiction_rate),
    contradiction_rate,
    compression_ratio,
    item_scores: [
      { item_key: 'a', item_type: 'locked_decision_retention', score, weight: 3, check_type: 'exact', details: {} },
      {
        item_key: 'b',
        item_type: 'forbidden_behavior_retention',
        score: 0,
        weight: 1.5,
        check_type: 'exact',
        details: {},
      },
      { item_key: 'c', item_type: 'entity_integrity', score: 1, weight: 1, check_type: 'exact', details: {} },
    ],
  },
});
const one = (id: number, score: number, ratio = 4): NamedCase => ({
  case_id: `t:s${id}:deasy`,
  template_key: 't',
  cycles: [cycle(score, 0.1, ratio)],
  case_score: score,
  drift_resistance: score / 2,
});

describe('finalScorecard', () => {
  const cases = [one(1, 0.2), one(2, 0.6), one(3, 1)];
  const controls = {
    none: new Map(cases.map(({ case_id }) => [case_id, 0.1])),
    oracle: new Map(cases.map(({ case_id }) => [case_id, 0.9])),
  };

  it('holds its schema, and the aggregates of the run', () => {
    const card = finalScorecard({ cases, controls });
    expect(scorecardSchema.parse(JSON.parse(JSON.stringify(card)))).toEqual(card);
    const { overall_score, drift_resistance, constraint_retention, contradiction_rate, compression_ratio } = card;
    const plain = aggregateObey(cases);
    expect(overall_score).toBeCloseTo(plain.overall_score, 12);
    expect(drift_resistance).toBeCloseTo(plain.drift_resistance, 12);
    expect(constraint_retention).toBeCloseTo(plain.constraint_retention, 12);
    expect(contradiction_rate).toBeCloseTo(plain.contradiction_rate, 12);
    expect(compression_ratio).toBeCloseTo(plain.compression_ratio, 12);
    expect(plain.constraint_retention).toBeCloseTo(0.6 * (3 / 4.5), 12);
  });

  it.each(['1.0.0', '2.0.0'] as const)('aggregates runs of the scorer %s as that does', (version) => {
    for (const some of [[one(1, 0.2, 2), one(2, 0.6, 9), one(3, 1, 40)], []]) {
      const card = finalScorecard({ cases: some, version });
      for (const [name, value] of Object.entries(aggregateCases(some, version))) {
        expect(card[name as keyof typeof card]).toBeCloseTo(value, 12);
      }
    }
  });

  it('draws the same whichever case was finished first', () => {
    expect(finalScorecard({ cases: [...cases].reverse(), controls })).toEqual(finalScorecard({ cases, controls }));
  });

  it('puts the score between the two controls of the same cases', () => {
    const card = finalScorecard({ cases, controls });
    expect(card.normalized_score).toBeCloseTo((0.6 - 0.1) / 0.8, 12);
    expect(card.cases.map(({ normalized_score }) => normalized_score)).toEqual([
      expect.closeTo(0.125, 12),
      expect.closeTo(0.625, 12),
      1,
    ]);
    expect(finalScorecard({ cases }).normalized_score).toBeNull();
    expect(
      finalScorecard({ cases, controls: { none: controls.oracle, oracle: controls.none } }).normalized_score,
    ).toBeNull();
    const partial = { none: new Map([['t:s1:deasy', 0]]), oracle: new Map([['t:s1:deasy', 1]]) };
    expect(finalScorecard({ cases, controls: partial }).normalized_score).toBeCloseTo(0.2, 12);
  });

  it('gives intervals that hold the estimate, the same for a seed', () => {
    const card = finalScorecard({ cases, controls, seed: 7n });
    expect(finalScorecard({ cases, controls, seed: 7n })).toEqual(card);
    const { low, high } = card.intervals.overall_score ?? { low: 1, high: 0 };
    expect(low).toBeLessThan(0.6);
    expect(high).toBeGreaterThan(0.6);
    expect(card.intervals.normalized_score).not.toBeNull();
  });

  it('has no interval of one case, and counts a repeated case once', () => {
    expect(finalScorecard({ cases: [one(1, 0.5)] }).intervals.overall_score).toBeNull();
    expect(finalScorecard({ cases: [one(1, 0.5), one(1, 0.7)] })).toMatchObject({ overall_score: 0.7, cases: [{}] });
    expect(finalScorecard({ cases: [] })).toMatchObject({
      overall_score: 0,
      drift_resistance: 0,
      compression_ratio: 0,
    });
  });

  it('is not moved to a tier by one empty artifact among dumps', () => {
    const dumps = Array.from({ length: 19 }, (_, id) => one(id, 0.5, 1));
    expect(aggregateObey([...dumps, one(19, 0, 450)]).compression_ratio).toBeLessThan(1.06);
  });
});

describe('clusterBootstrap', () => {
  it('covers the true mean about as often as it says', () => {
    let covered = 0;
    const rounds = 200;
    let state = 12345;
    const random = () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state / 0x7fffffff;
    };
    for (let round = 0; round < rounds; round += 1) {
      const sample = Array.from({ length: 30 }, random);
      const mean = (values: readonly number[]) => ({ mean: values.reduce((a, b) => a + b, 0) / values.length });
      const interval = clusterBootstrap(sample, mean, { seed: BigInt(round), resamples: 300, level: 0.95 }).get('mean');
      if (interval && interval.low <= 0.5 && interval.high >= 0.5) covered += 1;
    }
    expect(covered / rounds).toBeGreaterThan(0.88);
    expect(covered / rounds).toBeLessThan(0.995);
  });
});

describe('wilson', () => {
  it.each([
    [0, 0, 0, 1],
    [95, 100, 0.8883, 0.9785],
    [100, 100, 0.963, 1],
    [0, 10, 0, 0.2775],
  ])('of %d in %d', (right, total, low, high) => {
    const interval = wilson(right, total);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });
});
