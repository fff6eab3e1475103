import { clamp01, mean } from '../../../score/neumaier-sum.js';

/**
 * How much of the first cycle's penalised score the later cycles keep: the mean of min(1, later ÷ first), so that a late
 * gain hides no loss; 0–1. With fewer than two cycles nothing was measured, and with nothing to keep nothing was kept:
 * both give 0.
 */
export function driftResistance(penalized: readonly number[]): number {
  const [first, ...later] = penalized;
  if (first === undefined || first <= 0 || later.length === 0) return 0;
  return clamp01(
    mean(
      later.map((score) => Math.min(1, score / first)),
      0,
    ),
  );
}
