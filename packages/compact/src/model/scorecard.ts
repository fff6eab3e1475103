import { z } from 'zod';

const share = z.number().min(0).max(1);
const count = z.int().min(0);

/** The answer to one item. */
export const itemScoreSchema = z.strictObject({
  item_key: z.string(),
  item_type: z.string(),
  score: share,
  weight: z.number().positive(),
  check_type: z.string(),
  details: z.record(z.string(), z.unknown()).default({}),
});
export type ItemScore = z.infer<typeof itemScoreSchema>;

/** One cycle: compacted once, asked every item. */
export const cycleScorecardSchema = z.strictObject({
  cycle_number: count,
  /** Weighted mean of the items. */
  cycle_score: share,
  /** `cycle_score` · (1 − `contradiction_rate`) */
  penalized_cycle_score: share,
  contradiction_rate: share,
  /** Tokens (cl100k) of the source ÷ those of the artifact. */
  compression_ratio: z.number().min(0),
  item_scores: z.array(itemScoreSchema),
});
export type CycleScorecard = z.infer<typeof cycleScorecardSchema>;

export const tokenUsageSchema = z.strictObject({
  prompt_tokens: count,
  completion_tokens: count,
  cached_prompt_tokens: count,
  call_count: count,
});
export type TokenUsage = z.infer<typeof tokenUsageSchema>;

/** The five numbers of a run. */
export const aggregateSchema = z.strictObject({
  overall_score: share,
  drift_resistance: share,
  constraint_retention: share,
  contradiction_rate: share,
  compression_ratio: z.number().min(0),
});
export type Aggregate = z.infer<typeof aggregateSchema>;
