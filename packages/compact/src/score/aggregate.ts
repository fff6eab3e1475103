import type { Aggregate, CycleScorecard } from '../model/scorecard.js';
import type { ScorerVersion } from '../model/scorer.js';
import { aggregateObey } from '../obey/score/card/aggregate-obey.js';
import { isConstraintItem } from './item-weight.js';
import { mean } from './neumaier-sum.js';

/** What the aggregates of a run are made of. */
export interface ScoredCase {
  readonly cycles: readonly { readonly scorecard: CycleScorecard }[];
  readonly case_score: number;
  readonly drift_resistance: number;
}

/** The penalised scores of a case's cycles, in order. */
export const penalizedScores = (cycles: ScoredCase['cycles']): number[] =>
  cycles.map(({ scorecard }) => scorecard.penalized_cycle_score);

/** A case's score: the mean of its cycles' penalised scores; 0 without cycles. */
export const caseScore = (cycles: ScoredCase['cycles']): number => mean(penalizedScores(cycles), 0);

/**
 * The five numbers of a run. `overall_score` and `drift_resistance` are means over cases, `constraint_retention` over
 * all answers to items that ask for a constraint, `contradiction_rate` and `compression_ratio` over all cycles.
 * Of no cases the drift resistance is 1 in the profile 1.0.0, else 0. The profile obey-1 has aggregates of its own.
 */
export function aggregateCases(cases: readonly ScoredCase[], version: ScorerVersion): Aggregate {
  if (version === 'obey-1') return aggregateObey(cases);
  const cards = cases.flatMap(({ cycles }) => cycles.map(({ scorecard }) => scorecard));
  const constraints = cards.flatMap((card) => card.item_scores.filter((item) => isConstraintItem(item.item_type)));
  return {
    overall_score: mean(
      cases.map((one) => one.case_score),
      0,
    ),
    drift_resistance: mean(
      cases.map((one) => one.drift_resistance),
      version === '1.0.0' ? 1 : 0,
    ),
    constraint_retention: mean(
      constraints.map((item) => item.score),
      0,
    ),
    contradiction_rate: mean(
      cards.map((card) => card.contradiction_rate),
      0,
    ),
    compression_ratio: mean(
      cards.map((card) => card.compression_ratio),
      0,
    ),
  };
}
