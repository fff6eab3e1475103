import type { Aggregate, CycleScorecard } from '../../../model/scorecard.js';
import { isConstraintItem } from '../../../score/item-weight.js';
import { mean, neumaierSum } from '../../../score/neumaier-sum.js';

/** What the aggregates of a run are made of. */
export interface ObeyCase {
  readonly cycles: readonly { readonly scorecard: CycleScorecard }[];
  readonly case_score: number;
  readonly drift_resistance: number;
}

/**
 * The five numbers of a run by the profile obey-1. `overall_score` and `drift_resistance` are means over cases;
 * `constraint_retention` over the answers that ask for a constraint, by weight, so that each constraint counts once;
 * `contradiction_rate` over cycles; `compression_ratio` is the harmonic mean over cycles, so that one empty artifact does
 * not make up for dumps. All are 0 without cases.
 */
export function aggregateObey(cases: readonly ObeyCase[]): Aggregate {
  const cards = cases.flatMap(({ cycles }) => cycles.map(({ scorecard }) => scorecard));
  const constraints = cards.flatMap((card) => card.item_scores.filter((item) => isConstraintItem(item.item_type)));
  const weight = neumaierSum(constraints.map((item) => item.weight));
  const earned = neumaierSum(constraints.map((item) => item.score * item.weight));
  return {
    overall_score: mean(
      cases.map((one) => one.case_score),
      0,
    ),
    drift_resistance: mean(
      cases.map((one) => one.drift_resistance),
      0,
    ),
    constraint_retention: weight === 0 ? 0 : Math.min(1, earned / weight),
    contradiction_rate: mean(
      cards.map((card) => card.contradiction_rate),
      0,
    ),
    compression_ratio: harmonicMean(cards.map((card) => card.compression_ratio)),
  };
}

/** 0 where there is nothing, or a ratio of 0. */
function harmonicMean(values: readonly number[]): number {
  if (values.length === 0 || values.some((value) => value <= 0)) return 0;
  return values.length / neumaierSum(values.map((value) => 1 / value));
}
