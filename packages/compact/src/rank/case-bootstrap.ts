import { createMersenneTwister } from '../generate/mersenne-twister.js';
import type { Aggregate } from '../model/scorecard.js';
import { intervalOf } from '../obey/score/card/bootstrap.js';
import { summariseCase } from '../obey/score/card/case-summary.js';
import type { ScoredCase } from '../score/aggregate.js';
import { clamp01 } from '../score/neumaier-sum.js';

/** What is made of a run's aggregates. */
export type Statistic = (aggregate: Aggregate) => number;

/** Low and high end. */
export type Interval = readonly [low: number, high: number];

type NamedCase = ScoredCase & { readonly case_id: string };

export interface BootstrapOptions {
  readonly seed: bigint;
  /** Default 2,000. */
  readonly resamples?: number;
}

/** Which cases each resample draws: so many places of `count` cases for each, one after the other. */
export function drawCases(count: number, { seed, resamples = 2000 }: BootstrapOptions): Uint32Array {
  const random = createMersenneTwister(seed);
  const places = Array.from({ length: count }, (_, place) => place);
  return Uint32Array.from({ length: count * resamples }, () => random.choice(places));
}

/** A statistic of the aggregates of obey-1 of each resample of whole cases: the answers and cycles of one case go together. */
export function resampleCases(cases: readonly ScoredCase[], statistic: Statistic, draws: Uint32Array): Float64Array {
  const sums = cases.map((one) => summariseCase(one, undefined));
  const columns = [
    Float64Array.from(sums, (one) => one.score),
    Float64Array.from(sums, (one) => one.drift),
    Float64Array.from(sums, (one) => one.earned),
    Float64Array.from(sums, (one) => one.weight),
    Float64Array.from(sums, (one) => one.contradiction),
    Float64Array.from(sums, (one) => one.ratio),
    Float64Array.from(sums, (one) => one.cycles),
  ];
  const count = cases.length;
  return Float64Array.from({ length: draws.length / count }, (_, resample) => {
    const drawn = draws.subarray(resample * count, (resample + 1) * count);
    const [score = 0, drift = 0, earned = 0, weight = 0, contradiction = 0, inverse = 0, cycles = 0] = columns.map(
      (column) => {
        let sum = 0;
        for (const place of drawn) sum += column[place] ?? 0;
        return sum;
      },
    );
    return statistic({
      overall_score: clamp01(score / count),
      drift_resistance: clamp01(drift / count),
      constraint_retention: weight === 0 ? 0 : clamp01(earned / weight),
      contradiction_rate: cycles === 0 ? 0 : clamp01(contradiction / cycles),
      compression_ratio: inverse > 0 && Number.isFinite(inverse) ? cycles / inverse : 0,
    });
  });
}

/** The 95 % interval around what the cases themselves give. */
export function spread(values: Float64Array, estimate: number, cases: number): Interval | null {
  const found = intervalOf(values.slice(), estimate, Math.sqrt(cases / Math.max(1, cases - 1)), 0.95);
  return found === null ? null : [found.low, found.high];
}

/** A statistic of the cases as they are. */
export const estimateOf = (cases: readonly ScoredCase[], statistic: Statistic): number =>
  resampleCases(cases, statistic, Uint32Array.from(cases.keys()))[0] ?? 0;

/**
 * The 95 % interval of what `statistic` makes of the aggregates of a run of obey-1, from a bootstrap that draws whole
 * cases. Null for fewer than two cases, which tell nothing of their spread.
 */
export function bootstrapInterval(
  cases: readonly ScoredCase[],
  statistic: Statistic,
  options: BootstrapOptions,
): Interval | null {
  if (cases.length < 2) return null;
  const values = resampleCases(cases, statistic, drawCases(cases.length, options));
  return spread(values, estimateOf(cases, statistic), cases.length);
}

/**
 * The 95 % interval of the difference between the first statistic of `a` and the second of `b`, over the cases that both
 * runs have: each resample draws the same cases of both. Null for fewer than two such cases.
 */
export function pairedInterval(
  a: readonly NamedCase[],
  b: readonly NamedCase[],
  {
    statistics: [first, second],
    ...options
  }: BootstrapOptions & { readonly statistics: readonly [Statistic, Statistic] },
): Interval | null {
  const [mine, others] = commonCases(a, b);
  if (mine.length < 2) return null;
  const draws = drawCases(mine.length, options);
  const theirs = resampleCases(others, second, draws);
  const values = resampleCases(mine, first, draws).map((value, index) => value - (theirs[index] ?? 0));
  return spread(values, estimateOf(mine, first) - estimateOf(others, second), mine.length);
}

/** The cases that both have, of each, in the order of `a`. */
export function commonCases(a: readonly NamedCase[], b: readonly NamedCase[]): [NamedCase[], NamedCase[]] {
  const others = new Map(b.map((one) => [one.case_id, one]));
  const mine = a.filter(({ case_id }) => others.has(case_id));
  return [mine, mine.flatMap(({ case_id }) => others.get(case_id) ?? [])];
}
