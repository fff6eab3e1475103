import { z } from 'zod';
import { artifactSchema } from '../artifact/artifact-schema.js';
import { laxInteger } from '../json/lax-number.js';

// What runs of the profile obey-1 add to each event, in one member named `obey`. Runs of the profiles 1.0.0 and 2.0.0
// never have it, so CompactBench reads them; it refuses members it does not know.

const digest = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in lower-case hex');

/** Of `run_start`: where the run came from. */
export const runProvenanceSchema = z.strictObject({
  /** The version of this extension. */
  format: laxInteger.pipe(z.literal(1)),
  /** By name: `obey`, `node`, the method's packages … */
  versions: z.record(z.string(), z.string()),
  /** SHA-256 of the suite's files. */
  suite_sha256: digest,
  /** Whatever else changes the outcome: method's configuration, concurrency, limits, temperature. */
  parameters: z.record(z.string(), z.unknown()),
});
export type RunProvenance = z.infer<typeof runProvenanceSchema>;

const addedTurn = z.strictObject({ role: z.enum(['user', 'assistant', 'system']), content: z.string() });
export type AddedTurn = z.infer<typeof addedTurn>;

const responseSchema = z.strictObject({ item_key: z.string(), text: z.string(), sha256: digest });

const cycleEvidence = z.strictObject({
  cycle_number: laxInteger.pipe(z.number().min(0)),
  /** What was said since the last cycle; empty in cycle 0. */
  added_turns: z.array(addedTurn),
  artifact: artifactSchema,
  /** Of the artifact's compact JSON text. */
  artifact_sha256: digest,
  /** The answers in full, in the order of the items, and the SHA-256 of each text. */
  responses: z.array(responseSchema),
});
export type CycleEvidence = z.infer<typeof cycleEvidence>;

/** Of `case_complete`: all that its scores were made from. */
export const caseEvidenceSchema = z.strictObject({
  /** Of the case's compact JSON text. */
  case_sha256: digest,
  cycles: z.array(cycleEvidence),
});
export type CaseEvidence = z.infer<typeof caseEvidenceSchema>;

/** Of `run_end`: what the aggregates do not say. */
export const runSummarySchema = z.strictObject({
  /** Cases that could not be run, and why. */
  failures: z.array(z.strictObject({ case_id: z.string(), message: z.string() })),
  /** Overall scores of the controls on the same cases, where they were run. */
  controls: z.strictObject({ null: z.number().nullable(), oracle: z.number().nullable() }),
});
export type RunSummary = z.infer<typeof runSummarySchema>;
