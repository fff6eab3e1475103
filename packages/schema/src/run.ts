import { z } from 'zod';
import { candidateSchema } from './candidate.js';
import { levelSchema } from './level.js';
import { scorecardSchema } from './scorecard.js';
import { trialSchema } from './trial.js';

/** run.json: the plan of a benchmark run. */
export const runSchema = z.strictObject({
  schema: z.literal('obey-run/1'),
  id: z.string(),
  suite: z.string(),
  tasks: z.array(
    z.strictObject({
      id: z.string(),
      version: z.string(),
      folder: z.string().optional(),
      /** Kinds of construct that its process uses, for its weight. */
      constructs: z.int().min(0).optional(),
    }),
  ),
  candidates: z.array(candidateSchema),
  /** Candidates are left out of tasks whose process has nothing that their deviation departs from. */
  inapplicable: z.array(z.strictObject({ task: z.string(), candidate: z.string() })).optional(),
  trials: z.int().min(1),
  seed: z.int().min(0),
  level: levelSchema,
  pace: z.number().positive(),
  concurrency: z.int().min(1),
  /** What was set for the harness; see HarnessOptions of @obey/runner. */
  harness: z
    .strictObject({
      binary: z.string().exactOptional(),
      command: z.string().exactOptional(),
      maxTurns: z.int().min(1).exactOptional(),
      setup: z.string().exactOptional(),
    })
    .optional(),
  /** Seconds per trial; null for each task's own limit. */
  timeLimit: z.number().positive().nullable(),
  /** Retries of an infrastructure error. */
  retries: z.int().min(0),
  createdAt: z.string(),
  versions: z.record(z.string(), z.string()),
});
export type Run = z.infer<typeof runSchema>;

/** One line of results.jsonl; the resume key is (task, candidate, trial). */
export const resultSchema = z.strictObject({
  schema: z.literal('obey-result/1'),
  task: z.string(),
  candidate: z.string(),
  trial: z.int().min(1),
  /** Folder of the trial, relative to the run's. */
  folder: z.string(),
  attempts: z.int().min(1),
  record: trialSchema,
  /** Null when the trial ended without a score (an infrastructure error). */
  scorecard: scorecardSchema.nullable(),
});
export type Result = z.infer<typeof resultSchema>;
