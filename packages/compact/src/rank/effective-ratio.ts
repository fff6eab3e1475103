import type { ScoredCase } from '../score/aggregate.js';
import { mean } from '../score/neumaier-sum.js';

/**
 * The harmonic mean of the cycles' compression ratios: for sources of one size, all their tokens ÷ all that was made of
 * them. One empty artifact among raw copies cannot lift it, as it lifts the arithmetic mean. 0 without cycles.
 */
export function effectiveRatio(cases: readonly ScoredCase[]): number {
  const ratios = cases.flatMap(({ cycles }) => cycles.map(({ scorecard }) => scorecard.compression_ratio));
  if (ratios.some((ratio) => ratio <= 0)) return 0;
  const inverse = mean(
    ratios.map((ratio) => 1 / ratio),
    0,
  );
  return inverse === 0 ? 0 : 1 / inverse;
}
