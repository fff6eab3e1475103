import { describe, expect, it } from 'vitest';
import type { CycleScorecard } from '../model/scorecard.js';
import { aggregateCases, caseScore } from './aggregate.js';
import { diagnoseItems } from './diagnose-items.js';

const card = (penalized: number, items: [type: string, score: number][] = []): { scorecard: CycleScorecard } => ({
  scorecard: {
    cycle_number: 0,
    cycle_score: penalized,
    penalized_cycle_score: penalized,
    contradiction_rate: 0.25,
    compression_ratio: 4,
    item_scores: items.map(([item_type, score], index) => ({
      item_key: `i${index}`,
      item_type,
      score,
      weight: item_type.startsWith('planning') ? 1 : 3,
      check_type: 'exact',
      details: {},
    })),
  },
});

describe('aggregateCases', () => {
  it('gives the empty run what each profile says', () => {
    const nothing = {
      overall_score: 0,
      drift_resistance: 0,
      constraint_retention: 0,
      contradiction_rate: 0,
      compression_ratio: 0,
    };
    expect(aggregateCases([], '1.0.0')).toEqual({ ...nothing, drift_resistance: 1 });
    expect(aggregateCases([], '2.0.0')).toEqual(nothing);
    expect(aggregateCases([], 'obey-1')).toEqual(nothing);
    expect(caseScore([])).toBe(0);
  });

  it('averages cases by case, and answers and cycles over the whole run', () => {
    const cases = [
      { cycles: [card(1, [['locked_decision_retention', 1]]), card(0.5)], case_score: 0.75, drift_resistance: 0.5 },
      {
        cycles: [
          card(0, [
            ['forbidden_behavior_retention', 0],
            ['planning_soundness', 1],
          ]),
        ],
        case_score: 0,
        drift_resistance: 1,
      },
    ];
    expect(aggregateCases(cases, '2.0.0')).toEqual({
      overall_score: 0.375,
      drift_resistance: 0.75,
      constraint_retention: 0.5,
      contradiction_rate: 0.25,
      compression_ratio: 4,
    });
    expect(caseScore(cases[0]?.cycles ?? [])).toBe(0.75);
  });
});

describe('diagnoseItems', () => {
  it('puts the worst first, then the heavier, then by name', () => {
    const cycles = [
      card(1, [
        ['planning_soundness', 0],
        ['entity', 0],
        ['locked', 0],
        ['locked', 0.5],
        ['alright', 1],
      ]),
    ];
    const diagnosed = diagnoseItems([{ cycles, case_score: 1, drift_resistance: 1 }]);
    expect(diagnosed.map((one) => [one.item_type, one.total, one.perfect, one.partial, one.failed])).toEqual([
      ['entity', 1, 0, 0, 1],
      ['planning_soundness', 1, 0, 0, 1],
      ['locked', 2, 0, 1, 1],
      ['alright', 1, 1, 0, 0],
    ]);
    expect(diagnoseItems([])).toEqual([]);
  });
});
