import { z } from 'zod';
import { dimensionSchema } from './dimension.js';
import { levelSchema } from './level.js';

const interval = z.tuple([z.number(), z.number()]);

export const leaderboardEntrySchema = z.strictObject({
  /** `harness[:deviation][=model][@environment]`. */
  candidate: z.string(),
  /** Mean score over tasks, 0–100, with its 95 % interval (bootstrap clustered by task). */
  score: z.number(),
  interval,
  /** 0–1. */
  obedience: z.number(),
  correctness: z.number().nullable(),
  /** Share of strictly obedient trials with its Wilson interval. */
  strictRate: z.number(),
  strictInterval: interval,
  /** pass^k for k = 1 … least number of trials of a task. */
  passK: z.array(z.number()),
  /** Scored trials. */
  trials: z.int(),
  tasks: z.int(),
  /** Trials that ended in an infrastructure error or void: reported, never scored. */
  unscored: z.int(),
  /** Earned per dimension, 0–100. */
  dimensions: z.partialRecord(dimensionSchema, z.number()),
  /** The dimension that lost most against 100; null for none. */
  weakest: dimensionSchema.nullable(),
  isolation: z.enum(['none', 'container', 'mixed']),
  /** Obedience against compactions, over the trials that show one; absent where none does. */
  compactions: z
    .array(
      z.strictObject({
        /** How many lay before. */
        compactions: z.int().min(0),
        /** Mean over tasks, 0–1, with its 95 % interval (bootstrap clustered by task); null where nothing was due. */
        obedience: z.number().nullable(),
        interval: interval.nullable(),
        /** Trials in which something was due after so many compactions, and their tasks. */
        trials: z.int(),
        tasks: z.int(),
        units: z.int(),
        findings: z.int(),
      }),
    )
    .optional(),
});
export type LeaderboardEntry = z.infer<typeof leaderboardEntrySchema>;

/** Paired differences of two candidates on the same tasks, per dimension and for the score. */
export const comparisonSchema = z.strictObject({
  a: z.string(),
  b: z.string(),
  of: z.union([dimensionSchema, z.literal('score')]),
  /** a − b, 0–100 scale. */
  difference: z.number(),
  interval,
  /** After Holm's correction over the seven dimensions (the score stands alone). */
  p: z.number(),
  tasks: z.int(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

export const leaderboardSchema = z.strictObject({
  schema: z.literal('obey-leaderboard/1'),
  runs: z.array(z.string()),
  level: levelSchema,
  tasks: z.record(z.string(), z.string()).describe('Task id → version.'),
  entries: z.array(leaderboardEntrySchema),
  comparisons: z.array(comparisonSchema),
});
export type Leaderboard = z.infer<typeof leaderboardSchema>;
