/** Percentages are kept as whole millionths of a point, so that points add up exactly and equal inputs print equally. */
export const wholePercent = 100_000_000;

/** Millionths of a point for a share of 0–1. A share that is not whole is never shown as whole. */
export function toMillionths(share: number, whole: boolean): number {
  if (whole) return wholePercent;
  return Math.min(wholePercent - 1, Math.max(0, Math.round(share * wholePercent)));
}

/** 0–100 with at most six decimals. */
export function toPercent(millionths: number): number {
  return millionths / 1_000_000;
}
