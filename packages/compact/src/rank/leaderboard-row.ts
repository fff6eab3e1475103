import { levelSchema } from '@obey/schema';
import { z } from 'zod';
import type { Aggregate } from '../model/scorecard.js';
import { aggregateMembers } from '../results/event-line.js';
import type { RunResult } from '../results/run-result.js';
import { readTimestamp, withOffset } from '../results/timestamp.js';
import { eliteScore } from './elite-score.js';
import { type Tier, tiers } from './tier.js';

const score = z.number();

/** One run on a leaderboard, with the field names of its file. Nothing of its cases is ever shown. */
export const leaderboardRowSchema = z.strictObject({
  rank: z.int().min(1).nullable(),
  /** From scorer 2.0.0 on; only submissions are ranked. */
  row_kind: z.enum(['submission', 'baseline', 'control']).optional(),
  method_name: z.string(),
  method_version: z.string(),
  handle: z.string(),
  org: z.string().nullable(),
  tier: z.enum(tiers as [Tier, ...Tier[]]),
  /** `<suite key>@<suite version>` */
  benchmark_version: z.string(),
  target_provider: z.string(),
  target_model: z.string(),
  endpoint_kind: z.enum(['default', 'custom']).optional(),
  scorer_version: z.string(),
  elite_score: score,
  overall_score: score,
  drift_resistance: score,
  constraint_retention: score,
  contradiction_rate: score,
  compression_ratio: score,
  /** With the offset spelt out: `2026-05-01T12:00:00+00:00`. */
  published_at: z.string().refine((text) => readTimestamp(text) !== undefined, 'expected a moment'),
  /** obey-1: what beside the benchmark's version makes runs comparable. */
  difficulty: levelSchema.optional(),
  drift_cycles: z.int().min(0).optional(),
  seed_group: z.string().optional(),
  /** obey-1: 95 % interval of `elite_score`; null where there is one case only. */
  elite_interval: z.tuple([score, score]).nullable().optional(),
  /** obey-1: whether others share the rank. */
  tied: z.boolean().optional(),
});
export type LeaderboardRow = z.infer<typeof leaderboardRowSchema>;
export type RowKind = NonNullable<LeaderboardRow['row_kind']>;

export interface RowOwner {
  readonly handle: string;
  readonly org: string | null;
  readonly tier: Tier;
  /** Default `submission`. */
  readonly kind?: RowKind;
}

/** A run as a row, not yet ranked. `aggregate`: what is shown of it, default the run's own numbers. */
export function leaderboardRow(run: RunResult, owner: RowOwner, aggregate: Aggregate = run): LeaderboardRow {
  const later = run.scorer_version !== '1.0.0';
  return {
    rank: null,
    ...(later ? { row_kind: owner.kind ?? 'submission' } : {}),
    method_name: run.method_name,
    method_version: run.method_version,
    handle: owner.handle,
    org: owner.org,
    tier: owner.tier,
    benchmark_version: `${run.suite_key}@${run.suite_version}`,
    target_provider: run.target_provider,
    target_model: run.target_model,
    ...(later ? { endpoint_kind: run.endpoint_kind ?? 'default' } : {}),
    scorer_version: run.scorer_version,
    elite_score: eliteScore(aggregate, owner.tier),
    ...aggregateMembers(aggregate),
    published_at: withOffset(run.completed_at),
  };
}
