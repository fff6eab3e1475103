/** The two-sided 95 % quantile of the normal distribution. */
const z = 1.959963984540054;

/** The 95 % interval of a share by Wilson (1927); all of 0–1 where nothing was counted. */
export function wilson(right: number, total: number): { readonly low: number; readonly high: number } {
  if (total === 0) return { low: 0, high: 1 };
  const share = right / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
