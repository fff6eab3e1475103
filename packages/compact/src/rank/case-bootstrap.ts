import type { Aggregate } from '../model/scorecard.js';
import { clusterBootstrap } from '../obey/score/card/bootstrap.js';
import { aggregateSummaries, summariseCase } from '../obey/score/card/case-summary.js';
import type { ScoredCase } from '../score/aggregate.js';

/** What is made of a run's aggregates. */
export type Statistic = (aggregate: Aggregate) => number;

/** Low and high end. */
export type Interval = readonly [low: number, high: number];

export interface BootstrapOptions {
  readonly seed: bigint;
  /** Default 2,000. */
  readonly resamples?: number;
}

/**
 * The 95 % interval of what `statistic` makes of the aggregates of a run of obey-1, from a bootstrap that draws whole
 * cases: answers and cycles of one case go together. Null for fewer than two cases, which tell nothing of their spread.
 */
export function bootstrapInterval(
  cases: readonly ScoredCase[],
  statistic: Statistic,
  options: BootstrapOptions,
): Interval | null {
  const summaries = cases.map((one) => summariseCase(one, undefined));
  return interval(summaries, (sample) => statistic(aggregateSummaries(sample)), options);
}

/**
 * The 95 % interval of the difference between the first statistic of `a` and the second of `b`, over the cases that both
 * runs have: each resample draws the same cases of both. Null for fewer than two such cases.
 */
export function pairedInterval(
  a: readonly (ScoredCase & { readonly case_id: string })[],
  b: readonly (ScoredCase & { readonly case_id: string })[],
  {
    statistics: [first, second],
    ...options
  }: BootstrapOptions & { readonly statistics: readonly [Statistic, Statistic] },
): Interval | null {
  const others = new Map(b.map((one) => [one.case_id, one]));
  const pairs = a.flatMap((one) => {
    const other = others.get(one.case_id);
    return other === undefined ? [] : [[summariseCase(one, undefined), summariseCase(other, undefined)] as const];
  });
  const difference = (sample: typeof pairs) =>
    first(aggregateSummaries(sample.map(([one]) => one))) -
    second(aggregateSummaries(sample.map(([, other]) => other)));
  return interval(pairs, (sample) => difference([...sample]), options);
}

function interval<Cluster>(
  clusters: readonly Cluster[],
  measure: (sample: readonly Cluster[]) => number,
  { seed, resamples = 2000 }: BootstrapOptions,
): Interval | null {
  if (clusters.length < 2) return null;
  const found = clusterBootstrap<Cluster, 'value'>(clusters, (sample) => ({ value: measure(sample) }), {
    seed,
    resamples,
    level: 0.95,
  }).get('value');
  return found === undefined || found === null ? null : [found.low, found.high];
}
