import type { Aggregate } from '../model/scorecard.js';
import { aggregateCases, type ScoredCase } from '../score/aggregate.js';
import { isConstraintItem } from '../score/item-weight.js';

/** What a case adds to a run's aggregates: sums, and how many they are of. */
interface CaseSums {
  readonly score: number;
  readonly drift: number;
  readonly constraints: readonly [sum: number, count: number];
  readonly contradictions: number;
  readonly ratios: number;
  readonly inverseRatios: number;
  readonly cycles: number;
}

/** What is made of a run's aggregates. */
export type Statistic = (aggregate: Aggregate) => number;

/** Low and high end. */
export type Interval = readonly [low: number, high: number];

export interface BootstrapOptions {
  /** Uniform on [0, 1). */
  readonly random: () => number;
  readonly resamples?: number;
  /** Which mean of the ratios stands as `compression_ratio`: the reference's arithmetic one (default), or `effectiveRatio`. */
  readonly ratio?: 'arithmetic' | 'effective';
}

export const defaultResamples = 2000;

/**
 * The 95 % percentile interval of what `statistic` makes of a run's aggregates, from a bootstrap that draws whole cases
 * (Field and Welsh 2007): answers and cycles of one case go together. Null for fewer than two cases, which tell nothing
 * of their spread.
 */
export function bootstrapInterval(
  cases: readonly ScoredCase[],
  statistic: Statistic,
  options: BootstrapOptions,
): Interval | null {
  if (cases.length < 2) return null;
  return percentiles(resampledAggregates([cases], options).map(([aggregate]) => statistic(aggregate as Aggregate)));
}

/** The same interval of each of the five aggregates. */
export function aggregateIntervals(
  cases: readonly ScoredCase[],
  options: BootstrapOptions,
): Readonly<Record<keyof Aggregate, Interval | null>> {
  const draws = cases.length < 2 ? [] : resampledAggregates([cases], options);
  const of = (name: keyof Aggregate) =>
    draws.length === 0 ? null : percentiles(draws.map(([aggregate]) => aggregate?.[name] ?? Number.NaN));
  return {
    overall_score: of('overall_score'),
    drift_resistance: of('drift_resistance'),
    constraint_retention: of('constraint_retention'),
    contradiction_rate: of('contradiction_rate'),
    compression_ratio: of('compression_ratio'),
  };
}

/**
 * The 95 % interval of the difference between the first statistic of `a` and the second of `b`, over the cases that both runs have: each resample
 * draws the same cases of both. Null for fewer than two such cases.
 */
export function pairedInterval(
  a: readonly (ScoredCase & { readonly case_id: string })[],
  b: readonly (ScoredCase & { readonly case_id: string })[],
  options: BootstrapOptions & { readonly statistics: readonly [Statistic, Statistic] },
): Interval | null {
  const others = new Map(b.map((one) => [one.case_id, one]));
  const pairs = a.flatMap((one) => {
    const other = others.get(one.case_id);
    return other === undefined ? [] : [[one, other] as const];
  });
  if (pairs.length < 2) return null;
  const draws = resampledAggregates([pairs.map(([one]) => one), pairs.map(([, other]) => other)], options);
  const [first, second] = options.statistics;
  return percentiles(draws.map(([one, other]) => first(one as Aggregate) - second(other as Aggregate)));
}

/** Aggregates of each resample: of one run, or of several over the same draws. */
function resampledAggregates(
  runs: readonly (readonly ScoredCase[])[],
  { random, resamples = defaultResamples, ratio = 'arithmetic' }: BootstrapOptions,
): Aggregate[][] {
  const sums = runs.map((cases) => cases.map(caseSums));
  const size = runs[0]?.length ?? 0;
  return Array.from({ length: resamples }, () => {
    const drawn = Array.from({ length: size }, () => Math.floor(random() * size));
    return sums.map((of) =>
      aggregateSums(
        drawn.map((index) => of[index] as CaseSums),
        ratio,
      ),
    );
  });
}

function caseSums(one: ScoredCase): CaseSums {
  const cards = one.cycles.map(({ scorecard }) => scorecard);
  const constraints = cards.flatMap((card) => card.item_scores.filter((item) => isConstraintItem(item.item_type)));
  const of = aggregateCases([one], '2.0.0');
  return {
    score: one.case_score,
    drift: one.drift_resistance,
    constraints: [of.constraint_retention * constraints.length, constraints.length],
    contradictions: of.contradiction_rate * cards.length,
    ratios: of.compression_ratio * cards.length,
    inverseRatios: cards.reduce((sum, card) => sum + 1 / card.compression_ratio, 0),
    cycles: cards.length,
  };
}

function aggregateSums(cases: readonly CaseSums[], ratio: 'arithmetic' | 'effective'): Aggregate {
  const totals = { score: 0, drift: 0, kept: 0, asked: 0, contradictions: 0, ratios: 0, inverses: 0, cycles: 0 };
  for (const one of cases) {
    totals.score += one.score;
    totals.drift += one.drift;
    totals.kept += one.constraints[0];
    totals.asked += one.constraints[1];
    totals.contradictions += one.contradictions;
    totals.ratios += one.ratios;
    totals.inverses += one.inverseRatios;
    totals.cycles += one.cycles;
  }
  return {
    overall_score: share(totals.score, cases.length),
    drift_resistance: share(totals.drift, cases.length),
    constraint_retention: share(totals.kept, totals.asked),
    contradiction_rate: share(totals.contradictions, totals.cycles),
    compression_ratio:
      ratio === 'effective' ? share(totals.cycles, totals.inverses) : share(totals.ratios, totals.cycles),
  };
}

const share = (sum: number, count: number): number => (count === 0 ? 0 : sum / count);

function percentiles(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  return [quantile(sorted, 0.025), quantile(sorted, 0.975)];
}

/** Linear between the two nearest order statistics. */
function quantile(sorted: readonly number[], at: number): number {
  const place = at * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
