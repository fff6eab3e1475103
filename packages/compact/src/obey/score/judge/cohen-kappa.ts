/**
 * Cohen's kappa (1960) of two raters' labels, pair by pair: agreement beyond chance, 1 at most. Null without pairs, or
 * where chance alone explains full agreement.
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): number | null {
  const total = pairs.length;
  if (total === 0) return null;
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let agreed = 0;
  for (const [a, b] of pairs) {
    first.set(a, (first.get(a) ?? 0) + 1);
    second.set(b, (second.get(b) ?? 0) + 1);
    if (a === b) agreed += 1;
  }
  let chance = 0;
  for (const [label, count] of first) chance += (count / total) * ((second.get(label) ?? 0) / total);
  return chance >= 1 ? null : (agreed / total - chance) / (1 - chance);
}
