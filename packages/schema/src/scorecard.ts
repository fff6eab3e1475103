import { z } from 'zod';
import { candidateSchema } from './candidate.js';
import { dimensionSchema } from './dimension.js';
import { levelSchema } from './level.js';
import { trialStatuses } from './trial.js';

/** One violation, as data; rendering is elsewhere. */
export const findingSchema = z.strictObject({
  code: z.string(),
  dimension: dimensionSchema,
  step: z.string(),
  item: z.string(),
  due: z.string(),
  seen: z.string(),
  /** `seq` of every event that it rests on. */
  cites: z.array(z.int()),
  /** What it costs of its dimension's 100 earned. */
  points: z.number().min(0),
  /** For a consequence: the finding that caused it, as an index into `findings`; null when nothing was ever started. */
  cause: z.int().nullable().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export const integrityFindingSchema = z.strictObject({
  code: z.string(),
  seen: z.string(),
  cites: z.array(z.int()),
});
export type IntegrityFinding = z.infer<typeof integrityFindingSchema>;

const percent = z.number().min(0).max(100);

export const dimensionScoreSchema = z.strictObject({
  /** Over what was exercised, 0–100; null when nothing was. */
  fidelity: percent.nullable(),
  /** Share of the due units that were exercised, 0–100. */
  coverage: percent,
  /** Over all that was due, unexercised counted as 0; 0–100. */
  earned: percent,
});
export type DimensionScore = z.infer<typeof dimensionScoreSchema>;

/** Units and findings by the number of compactions of the main agent's context that lay before each. */
export const compactionSplitSchema = z.strictObject({
  /** The compactions of the main agent, in recorder order. */
  events: z.array(
    z.strictObject({
      seq: z.int(),
      /** When it was done, in ms since the trial began. */
      at: z.number(),
      trigger: z.enum(['auto', 'manual']).optional(),
      /** Tokens in the context before and after. */
      before: z.int().optional(),
      after: z.int().optional(),
    }),
  ),
  /** Compactions of subagents: their contexts are their own, so nothing is split by them. */
  subagents: z.int().min(0),
  /** One for each number of compactions, from 0. */
  parts: z.array(
    z.strictObject({
      compactions: z.int().min(0),
      /** Units that counted; those of all parts add up to all that counted. */
      units: z.int().min(0),
      /** Sum of what they earned, each 0–1. */
      earned: z.number().min(0),
      /** By the formula of the whole, over these units alone, 0–1; null where there are none. */
      obedience: z.number().min(0).max(1).nullable(),
      /** Indices into `findings`. */
      findings: z.array(z.int().min(0)),
      /** Indices into `consequences`; those of a dimension in which nothing was due are in no part. */
      consequences: z.array(z.int().min(0)),
    }),
  ),
});
export type CompactionSplit = z.infer<typeof compactionSplitSchema>;

export const scorecardSchema = z.strictObject({
  schema: z.literal('obey-scorecard/1'),
  task: z.string(),
  version: z.string(),
  /** Null for sessions that were not prepared here. */
  seed: z.int().nullable(),
  level: levelSchema.nullable(),
  candidate: candidateSchema,
  isolation: z.enum(['none', 'container']),
  status: z.enum(trialStatuses),
  /** 0–100, rounded down to two decimals. */
  score: percent,
  /** 0–1. */
  obedience: z.number().min(0).max(1),
  /** Null for sessions about which nothing was promised. */
  strict: z.boolean().nullable(),
  /** 0–1; null when the task checks nothing. */
  correctness: z.number().min(0).max(1).nullable(),
  /** Share of the process that the promised sources can show, 0–1. */
  observable: z.number().min(0).max(1),
  /** Only the dimensions that the instance can make due. */
  dimensions: z.partialRecord(dimensionSchema, dimensionScoreSchema),
  findings: z.array(findingSchema),
  /** Losses through what could not be exercised, each with its cause. */
  consequences: z.array(findingSchema),
  firstDeviation: z
    .strictObject({
      code: z.string(),
      step: z.string(),
      item: z.string(),
      seq: z.int().nullable(),
      at: z.number().nullable(),
      share: z.number().min(0).max(1).nullable(),
    })
    .nullable(),
  claimedDone: z.strictObject({
    claimed: z.boolean(),
    done: z.boolean(),
    gap: z.string().nullable(),
    cites: z.array(z.int()),
  }),
  integrity: z.array(integrityFindingSchema),
  checks: z.array(
    z.strictObject({ id: z.string(), item: z.string(), passed: z.boolean(), weight: z.number(), detail: z.string() }),
  ),
  /** For a model; unanswered until answered. */
  questions: z.array(
    z.strictObject({
      id: z.string(),
      of: z.string(),
      ask: z.string(),
      scale: z.int(),
      weight: z.number(),
      answer: z.int().nullable(),
      quote: z.string().nullable(),
    }),
  ),
  /** Due units per dimension, for weights and intervals. */
  units: z.partialRecord(dimensionSchema, z.int()),
  /** Absent where the session shows no compaction. */
  compactions: compactionSplitSchema.optional(),
  notes: z.array(z.string()),
  trial: z.string(),
});
export type Scorecard = z.infer<typeof scorecardSchema>;
