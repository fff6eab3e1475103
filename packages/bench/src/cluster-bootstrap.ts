/** The values of one cluster (a task's trials, say) and what the cluster weighs in the mean. */
export interface Cluster {
  readonly values: readonly number[];
  readonly weight: number;
}

export interface BootstrapOptions {
  /** Uniform on [0, 1). */
  readonly random: () => number;
  /** The scale's ends: what is known when there is only one value. */
  readonly bounds: readonly [number, number];
  readonly resamples?: number;
}

/** The weighted mean of the clusters' means; each cluster's values are averaged first. NaN without clusters. */
export function clusteredMean(clusters: readonly Cluster[]): number {
  let sum = 0;
  let weight = 0;
  for (const cluster of clusters) {
    sum += mean(cluster.values) * cluster.weight;
    weight += cluster.weight;
  }
  return sum / weight;
}

/**
 * The 95 % percentile interval of `clusteredMean` from a bootstrap that draws whole clusters (Field and Welsh 2007).
 * With one cluster its values are drawn instead; a single value tells nothing of its spread, so it gets the whole scale.
 */
export function clusterBootstrap(clusters: readonly Cluster[], options: BootstrapOptions): [number, number] {
  const { random, bounds, resamples = 4000 } = options;
  const only = clusters.length === 1 ? clusters[0] : undefined;
  const drawn = only === undefined ? clusters : only.values.map((value) => ({ values: [value], weight: 1 }));
  if (drawn.length < 2) return [bounds[0], bounds[1]];
  const summaries = drawn.map((cluster) => ({ mean: mean(cluster.values), weight: cluster.weight }));
  const means = Array.from({ length: resamples }, () => resampledMean(summaries, random)).sort((a, b) => a - b);
  return [quantile(means, 0.025), quantile(means, 0.975)];
}

function resampledMean(clusters: readonly { mean: number; weight: number }[], random: () => number): number {
  let sum = 0;
  let weight = 0;
  for (let drawn = 0; drawn < clusters.length; drawn++) {
    const cluster = clusters[Math.floor(random() * clusters.length)];
    if (cluster === undefined) continue;
    sum += cluster.mean * cluster.weight;
    weight += cluster.weight;
  }
  return sum / weight;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Linear between the two nearest order statistics. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
