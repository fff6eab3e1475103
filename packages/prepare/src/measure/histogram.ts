/** How often each name came up; a name that is not there came up 0 times. */
export type Histogram = Readonly<Record<string, number>>;

/** Counts values by name. */
export function histogramOf(values: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return { ...counts };
}

/**
 * A histogram of what a candidate wrote: counts by name. Undefined when it is no object, or when any of its values is no
 * whole number of 0 or above.
 */
export function readHistogram(value: unknown): Histogram | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const counts = Object.values(value);
  return counts.every((count) => Number.isSafeInteger(count) && count >= 0) ? (value as Histogram) : undefined;
}

/** Whether both count the same; a bin with 0 is as good as none. */
export function sameHistogram(a: Histogram, b: Histogram): boolean {
  return differingBins(a, b).length === 0;
}

/** Names whose counts differ, in ascending order of their text. */
export function differingBins(a: Histogram, b: Histogram): string[] {
  return namesOf(a, b).filter((name) => countIn(a, name) !== countIn(b, name));
}

/** How many single counts lie between two histograms: the sum of the differences of their bins, 0 when they are the same. */
export function histogramDistance(a: Histogram, b: Histogram): number {
  return namesOf(a, b).reduce((sum, name) => sum + Math.abs(countIn(a, name) - countIn(b, name)), 0);
}

/**
 * The share that two histograms have in common, 0 to 1: Σ min / Σ max of their bins (the weighted Jaccard index, Ružička 1958).
 * Two empty ones are the same, so 1.
 */
export function histogramOverlap(a: Histogram, b: Histogram): number {
  let least = 0;
  let most = 0;
  for (const name of namesOf(a, b)) {
    least += Math.min(countIn(a, name), countIn(b, name));
    most += Math.max(countIn(a, name), countIn(b, name));
  }
  return most === 0 ? 1 : least / most;
}

/** The sum of several histograms, bin by bin. */
export function addHistograms(histograms: readonly Histogram[]): Record<string, number> {
  return Object.fromEntries(
    namesOf(...histograms).map((name) => [name, histograms.reduce((sum, one) => sum + countIn(one, name), 0)]),
  );
}

/** The names that came up most often, in ascending order of their text: several where they are level, none where all is 0. */
export function commonest(histogram: Histogram): string[] {
  const most = Object.values(histogram).reduce((a, b) => Math.max(a, b), 0);
  return most === 0 ? [] : namesOf(histogram).filter((name) => histogram[name] === most);
}

const countIn = (histogram: Histogram, name: string): number =>
  Object.hasOwn(histogram, name) ? (histogram[name] ?? 0) : 0;

const namesOf = (...histograms: readonly Histogram[]): string[] =>
  [...new Set(histograms.flatMap((one) => Object.keys(one)))].sort();
