import {
  dimensionSchema,
  findingSchema,
  leaderboardSchema,
  scorecardSchema,
  traceEventSchema,
  traceSourceSchema,
  trialSchema,
} from '@obey/schema';
import { z } from 'zod';
import { timelineSchema } from './timeline.js';

const kindSchema = z.enum(traceEventSchema.options.map((option) => option.shape.kind.value));

/** An event as it is shown: one line of text instead of its fields. */
export const shownEventSchema = z.strictObject({
  seq: z.int(),
  /** Milliseconds since the trial began. */
  start: z.number(),
  end: z.number(),
  kind: kindSchema,
  source: traceSourceSchema,
  actor: z.string(),
  text: z.string(),
  failed: z.boolean(),
});
export type ShownEvent = z.infer<typeof shownEventSchema>;

/** A finding with its place in the scorecard, which consequences refer to. */
const numberedFindingSchema = findingSchema.extend({
  /** From 1, in the scorecard's order. */
  number: z.int().min(1),
});
export type NumberedFinding = z.infer<typeof numberedFindingSchema>;

const shownFindingsSchema = z.strictObject({
  /** The costliest first. */
  shown: z.array(numberedFindingSchema),
  total: z.int(),
  /** Points of those that are not shown. */
  hiddenPoints: z.number(),
});
export type ShownFindings = z.infer<typeof shownFindingsSchema>;

const checkSchema = scorecardSchema.shape.checks.element;

/** One trial as it is shown. */
export const reportTrialSchema = z.strictObject({
  /** Unique in the document and safe as an HTML id: `t1`, `t2`, … */
  id: z.string().regex(/^t\d+$/),
  task: z.string(),
  candidate: z.string(),
  trial: z.int(),
  folder: z.string(),
  attempts: z.int(),
  record: trialSchema,
  /** Null when the trial ended without a score. Its long lists stand beside it, cut. */
  scorecard: scorecardSchema.omit({ findings: true, consequences: true, checks: true }).nullable(),
  findings: shownFindingsSchema,
  consequences: shownFindingsSchema,
  checks: z.strictObject({
    /** Those that failed first. */
    shown: z.array(checkSchema),
    passed: z.int(),
    total: z.int(),
  }),
  /** Every cited event that is shown, by `seq`. */
  events: z.array(shownEventSchema),
  /** Null when no trace was kept. */
  timeline: timelineSchema.nullable(),
});
export type ReportTrial = z.infer<typeof reportTrialSchema>;

export const heatCellSchema = z.strictObject({
  candidate: z.string(),
  task: z.string(),
  trials: z.int(),
  /** Means over its scored trials, 0–100; a dimension that is absent is not due in this task. */
  score: z.number(),
  earned: z.partialRecord(dimensionSchema, z.number()),
});
export type HeatCell = z.infer<typeof heatCellSchema>;

/** All that a report says, before it is rendered. */
export const reportDocumentSchema = z.strictObject({
  schema: z.literal('obey-report/1'),
  title: z.string(),
  /** Null in the report of a single trial. */
  leaderboard: leaderboardSchema.nullable(),
  /** In the leaderboard's order; those without a score last. */
  candidates: z.array(z.string()),
  tasks: z.array(z.string()),
  heat: z.array(heatCellSchema),
  trials: z.array(reportTrialSchema),
  /** Trials whose details were left out to keep the report small. */
  moreTrials: z.int(),
});
export type ReportDocument = z.infer<typeof reportDocumentSchema>;
