import { createMersenneTwister } from '../../../generate/mersenne-twister.js';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly seed: bigint;
  readonly resamples: number;
  /** Such as 0.95. */
  readonly level: number;
}

/**
 * Percentile intervals by the cluster bootstrap (Efron 1979; Davison and Hinkley 1997, 3.8): whole clusters are drawn
 * anew, with all that belongs to them. The distance from the estimate is widened by √(n ÷ (n − 1)), as a resample of n
 * clusters spreads too little. A number that a resample does not have is left out; one cluster gives no interval.
 */
export function clusterBootstrap<Cluster, Name extends string>(
  clusters: readonly Cluster[],
  measure: (sample: readonly Cluster[]) => Readonly<Record<Name, number | null>>,
  { seed, resamples, level }: BootstrapOptions,
): ReadonlyMap<Name, Interval | null> {
  const estimate = measure(clusters);
  const names = Object.keys(estimate) as Name[];
  const drawn = new Map<Name, number[]>(names.map((name) => [name, []]));
  const count = clusters.length;
  if (count >= 2) {
    const random = createMersenneTwister(seed);
    for (let round = 0; round < resamples; round += 1) {
      const sample = measure(Array.from({ length: count }, () => random.choice(clusters)));
      for (const name of names) {
        const value = sample[name];
        if (value !== null) drawn.get(name)?.push(value);
      }
    }
  }
  const widen = Math.sqrt(count / Math.max(1, count - 1));
  return new Map(names.map((name) => [name, intervalOf(drawn.get(name) ?? [], estimate[name], widen, level)]));
}

/** The percentile interval of what resamples gave, which it sorts, its distance from the estimate times `widen`. Null where there is nothing to tell. */
export function intervalOf(
  values: number[] | Float64Array,
  estimate: number | null,
  widen: number,
  level: number,
): Interval | null {
  if (estimate === null || values.length === 0) return null;
  if (Array.isArray(values)) values.sort((a, b) => a - b);
  else values.sort();
  const low = quantile(values, (1 - level) / 2);
  const high = quantile(values, (1 + level) / 2);
  return { low: estimate + (low - estimate) * widen, high: estimate + (high - estimate) * widen };
}

/** Between the two nearest of sorted values, by Hyndman and Fan's type 7. */
function quantile(sorted: readonly number[] | Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
