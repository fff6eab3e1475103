import type { ScorerVersion } from '../../../model/scorer.js';
import { isConstraintItem } from '../../../score/item-weight.js';
import { clamp01, mean, neumaierSum } from '../../../score/neumaier-sum.js';
import type { ObeyCase } from './aggregate-obey.js';

/** A case's share in the numbers of a run: sums, so that any set of cases can be aggregated fast. */
export interface CaseSummary {
  readonly score: number;
  readonly drift: number;
  readonly earned: number;
  readonly weight: number;
  readonly contradiction: number;
  /** Sum over cycles: of the inverse ratios in obey-1, of the ratios in CompactBench's profiles. */
  readonly ratio: number;
  readonly cycles: number;
  /** Scores of the controls on the same case, where both were run. */
  readonly controls: { readonly none: number; readonly oracle: number } | undefined;
}

export function summariseCase(
  one: ObeyCase,
  controls: CaseSummary['controls'],
  version: ScorerVersion = 'obey-1',
): CaseSummary {
  const ours = version === 'obey-1';
  const weightOf = (item: { readonly weight: number }) => (ours ? item.weight : 1);
  const cards = one.cycles.map(({ scorecard }) => scorecard);
  const constraints = cards.flatMap((card) => card.item_scores.filter((item) => isConstraintItem(item.item_type)));
  return {
    score: one.case_score,
    drift: one.drift_resistance,
    earned: neumaierSum(constraints.map((item) => item.score * weightOf(item))),
    weight: neumaierSum(constraints.map(weightOf)),
    contradiction: neumaierSum(cards.map((card) => card.contradiction_rate)),
    ratio: neumaierSum(cards.map(({ compression_ratio }) => (ours ? inverse(compression_ratio) : compression_ratio))),
    cycles: cards.length,
    controls,
  };
}

const inverse = (ratio: number): number => (ratio > 0 ? 1 / ratio : Number.POSITIVE_INFINITY);

/** The numbers of a run, `normalized_score` null without controls or where the oracle is no better than nothing. */
export interface RunNumbers {
  readonly overall_score: number;
  readonly normalized_score: number | null;
  readonly drift_resistance: number;
  readonly constraint_retention: number;
  readonly contradiction_rate: number;
  readonly compression_ratio: number;
}

/** The numbers of a set of cases, in which one may stand more than once, by the profile that they were summarised by. */
export function aggregateSummaries(cases: readonly CaseSummary[], version: ScorerVersion = 'obey-1'): RunNumbers {
  const sum = (pick: (one: CaseSummary) => number): number => neumaierSum(cases.map(pick));
  const cycles = sum((one) => one.cycles);
  const weight = sum((one) => one.weight);
  const ratio = sum((one) => one.ratio);
  return {
    overall_score: mean(
      cases.map((one) => one.score),
      0,
    ),
    normalized_score: normalised(cases),
    drift_resistance: mean(
      cases.map((one) => one.drift),
      version === '1.0.0' ? 1 : 0,
    ),
    constraint_retention: weight === 0 ? 0 : clamp01(sum((one) => one.earned) / weight),
    contradiction_rate: cycles === 0 ? 0 : clamp01(sum((one) => one.contradiction) / cycles),
    compression_ratio: version === 'obey-1' ? harmonicMean(cycles, ratio) : cycles === 0 ? 0 : ratio / cycles,
  };
}

const harmonicMean = (count: number, inverses: number): number =>
  inverses === 0 || !Number.isFinite(inverses) ? 0 : count / inverses;

function normalised(cases: readonly CaseSummary[]): number | null {
  const both = cases.flatMap(({ score, controls }) => (controls === undefined ? [] : [{ score, ...controls }]));
  if (both.length === 0) return null;
  const none = neumaierSum(both.map((one) => one.none));
  const oracle = neumaierSum(both.map((one) => one.oracle));
  if (oracle <= none) return null;
  return clamp01((neumaierSum(both.map((one) => one.score)) - none) / (oracle - none));
}
