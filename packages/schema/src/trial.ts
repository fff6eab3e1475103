import { z } from 'zod';
import { candidateSchema } from './candidate.js';
import { levelSchema } from './level.js';
import { forcedCompactionSchema } from './task.js';

export const trialStatuses = [
  'completed',
  'timeout',
  'output-limit',
  'crashed',
  'interrupted',
  'infrastructure-error',
  'void',
] as const;

/** trial.json: what ran and how it ended. */
export const trialSchema = z.strictObject({
  schema: z.literal('obey-trial/1'),
  id: z.string(),
  task: z.string(),
  version: z.string(),
  /** Folder of the task when it is not a built-in one. */
  folder: z.string().optional(),
  seed: z.int().min(0),
  level: levelSchema,
  pace: z.number().positive(),
  candidate: candidateSchema,
  /** What keeps the candidate in: `none` in the local environment. */
  isolation: z.enum(['none', 'container']),
  /** The recorders that were at work, so that what can be observed is fixed before the trial. */
  recorders: z.strictObject({ workspace: z.boolean(), service: z.boolean(), hooks: z.boolean() }),
  /** Where the task asks for a compaction; `supported` tells whether the harness can be made to. */
  compaction: z.strictObject({ asked: forcedCompactionSchema, supported: z.boolean() }).optional(),
  harnessVersion: z.string().optional(),
  status: z.enum(trialStatuses),
  /** Wall clock, ISO 8601. */
  startedAt: z.string(),
  /** Milliseconds. */
  durationMs: z.number(),
  exit: z.int().nullable(),
  signal: z.string().optional(),
  error: z.string().optional(),
  usage: z.strictObject({ input: z.int(), output: z.int(), cached: z.int() }).optional(),
  /** US dollars. */
  cost: z.number().optional(),
  /** Hash of the trace's last line. */
  traceHead: z.string().optional(),
  traceEvents: z.int().optional(),
});
export type Trial = z.infer<typeof trialSchema>;
