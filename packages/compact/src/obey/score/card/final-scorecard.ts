import { z } from 'zod';
import { byCodePoint } from '../../../json/json-text.js';
import type { ScorerVersion } from '../../../model/scorer.js';
import type { ObeyCase } from './aggregate-obey.js';
import { clusterBootstrap } from './bootstrap.js';
import { aggregateSummaries, type CaseSummary, type RunNumbers, summariseCase } from './case-summary.js';

const share = z.number().min(0).max(1);
const interval = z.strictObject({ low: z.number(), high: z.number() }).nullable();

/** The final scorecard of a run: what `obey compact score --json` prints. */
export const scorecardSchema = z.strictObject({
  overall_score: share,
  /** 0 as the null control, 1 as the oracle control of the same cases; null where these were not run. */
  normalized_score: share.nullable(),
  drift_resistance: share,
  constraint_retention: share,
  contradiction_rate: share,
  compression_ratio: z.number().min(0),
  /** By the cluster bootstrap over cases; null where a number or a second case is missing. */
  intervals: z.strictObject({
    level: z.number().gt(0).lt(1),
    resamples: z.int().min(1),
    overall_score: interval,
    normalized_score: interval,
    drift_resistance: interval,
    constraint_retention: interval,
    contradiction_rate: interval,
    compression_ratio: interval,
  }),
  cases: z.array(
    z.strictObject({
      case_id: z.string(),
      template_key: z.string(),
      case_score: share,
      normalized_score: share.nullable(),
      drift_resistance: share,
      cycles: z.int().min(0),
    }),
  ),
});
export type Scorecard = z.infer<typeof scorecardSchema>;

export interface NamedCase extends ObeyCase {
  readonly case_id: string;
  readonly template_key: string;
}

export interface ScorecardInput {
  readonly cases: readonly NamedCase[];
  /** By whose rules cases are aggregated; default obey-1. */
  readonly version?: ScorerVersion;
  /** Scores of the controls by case id. */
  readonly controls?: { readonly none: ReadonlyMap<string, number>; readonly oracle: ReadonlyMap<string, number> };
  readonly seed?: bigint;
  /** Default 2,000. */
  readonly resamples?: number;
  /** Default 0.95. */
  readonly level?: number;
}

/**
 * Makes the final scorecard of a run's cases, by case id: what is drawn must not hang on which was finished first. A case that
 * stands twice counts once, as last given.
 */
export function finalScorecard({
  cases,
  version = 'obey-1',
  controls,
  seed = 1n,
  resamples = 2000,
  level = 0.95,
}: ScorecardInput): Scorecard {
  const distinct = [...new Map(cases.map((one) => [one.case_id, one])).values()].sort((a, b) =>
    byCodePoint(a.case_id, b.case_id),
  );
  const summaries = distinct.map((one) => summariseCase(one, controlsOf(one.case_id, controls), version));
  const measure = (sample: readonly CaseSummary[]): RunNumbers & Record<string, number | null> => ({
    ...aggregateSummaries(sample, version),
  });
  const numbers = aggregateSummaries(summaries, version);
  const intervals = clusterBootstrap<CaseSummary, keyof RunNumbers>(summaries, measure, { seed, resamples, level });
  const bounded = (name: keyof RunNumbers) => {
    const found = intervals.get(name) ?? null;
    const top = name === 'compression_ratio' ? Number.POSITIVE_INFINITY : 1;
    return found === null ? null : { low: Math.max(0, found.low), high: Math.min(top, found.high) };
  };
  return {
    ...numbers,
    intervals: {
      level,
      resamples,
      overall_score: bounded('overall_score'),
      normalized_score: bounded('normalized_score'),
      drift_resistance: bounded('drift_resistance'),
      constraint_retention: bounded('constraint_retention'),
      contradiction_rate: bounded('contradiction_rate'),
      compression_ratio: bounded('compression_ratio'),
    },
    cases: distinct.map((one, index) => {
      const summary = summaries[index];
      return {
        case_id: one.case_id,
        template_key: one.template_key,
        case_score: one.case_score,
        normalized_score: summary === undefined ? null : aggregateSummaries([summary], version).normalized_score,
        drift_resistance: one.drift_resistance,
        cycles: one.cycles.length,
      };
    }),
  };
}

function controlsOf(id: string, controls: ScorecardInput['controls']): CaseSummary['controls'] {
  const none = controls?.none.get(id);
  const oracle = controls?.oracle.get(id);
  return none === undefined || oracle === undefined ? undefined : { none, oracle };
}
