/** Two-sided 95 % quantile of the standard normal distribution. */
const z95 = 1.959963984540054;

/**
 * The 95 % Wilson score interval of a share, 0–1 (Wilson 1927, J. Am. Stat. Assoc. 22:209).
 * With no trials at all nothing is known: [0, 1].
 */
export function wilsonInterval(successes: number, trials: number): [number, number] {
  if (trials === 0) return [0, 1];
  const share = successes / trials;
  const spread = z95 ** 2 / trials;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z95 * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))) / (1 + spread);
  // At 0 and 1 the formula is exact only up to rounding.
  return [successes === 0 ? 0 : Math.max(0, middle - half), successes === trials ? 1 : Math.min(1, middle + half)];
}
