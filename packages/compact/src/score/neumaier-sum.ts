/**
 * The compensated sum of Neumaier (1974), as CPython sums doubles from 3.12 on. It does not depend on the order of
 * rounding: ten times 0.1 is 1. CPython 3.11 summed plainly from left to right, so its last bit may differ.
 */
export function neumaierSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return lost !== 0 && Number.isFinite(lost) ? sum + lost : sum;
}

/** The arithmetic mean; `empty` where there is nothing to average. */
export const mean = (values: readonly number[], empty: number): number =>
  values.length === 0 ? empty : neumaierSum(values) / values.length;

/** The nearest number from 0 to 1. */
export const clamp01 = (value: number): number => Math.min(1, Math.max(0, value));
