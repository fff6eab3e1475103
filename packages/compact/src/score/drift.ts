import { clamp01, mean } from './neumaier-sum.js';

/** Each later cycle's penalised score less the first one's: null, then the differences. */
export function driftDeltas(penalized: readonly number[]): (number | null)[] {
  const first = penalized[0] ?? 0;
  return penalized.map((score, index) => (index === 0 ? null : score - first));
}

/** Profile 1.0.0: 1 plus the mean difference from the first cycle, 0–1; 1 where there is only one cycle. */
export function driftResistance100(penalized: readonly number[]): number {
  const deltas = driftDeltas(penalized).filter((delta) => delta !== null);
  return clamp01(1 + mean(deltas, 0));
}

/** Profile 2.0.0: the later cycles' mean ÷ the first one's score, 0–1; 0 where that is 0 or there is only one cycle. */
export function driftResistance200(penalized: readonly number[]): number {
  const [first, ...later] = penalized;
  if (first === undefined || first <= 0 || later.length === 0) return 0;
  return clamp01(mean(later, 0) / first);
}

/** What of a method's drift is its own: its resistance ÷ that of the oracle control, 0–1; null where the oracle's is 0. */
export function attributableDrift(method: number, oracle: number): number | null {
  return oracle === 0 ? null : clamp01(method / oracle);
}
