const exactUpTo = 14;
const draws = 10_000;

/**
 * Two-sided p of paired differences under the hypothesis that each was as likely to have the other sign
 * (Fisher's randomisation test): exact up to 14 pairs, from 10,000 seeded draws beyond. 1 without pairs.
 */
export function signFlipTest(differences: readonly number[], random: () => number): number {
  const moving = differences.filter((difference) => difference !== 0);
  if (moving.length === 0) return 1;
  const observed = Math.abs(total(moving));
  // Sums of the same numbers in another order differ by rounding alone.
  const slack = 1e-9 * moving.reduce((sum, difference) => sum + Math.abs(difference), 0);
  const reaches = (signs: (index: number) => boolean): boolean =>
    Math.abs(total(moving.map((difference, index) => (signs(index) ? -difference : difference)))) >= observed - slack;
  if (moving.length <= exactUpTo) {
    const all = 2 ** moving.length;
    let reached = 0;
    for (let mask = 0; mask < all; mask++) if (reaches((index) => (mask & (1 << index)) !== 0)) reached += 1;
    return reached / all;
  }
  let reached = 1;
  for (let draw = 0; draw < draws; draw++) if (reaches(() => random() < 0.5)) reached += 1;
  return reached / (draws + 1);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
