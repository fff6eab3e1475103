import { z } from 'zod';
import { artifactSchema } from '../artifact/artifact-schema.js';
import { laxInteger } from '../json/lax-number.js';

// What runs of the profile obey-1 add to the first event and to each case, in one member named `obey`. Runs of the profiles 1.0.0 and 2.0.0
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
  /** Of the file of a user's method; absent for those that come with Obey. */
  method_sha256: digest.optional(),
  /** Whatever else changes the outcome: carry-over, concurrency, limit of tokens, temperature. */
  parameters: z.record(z.string(), z.unknown()),
});
export type RunProvenance = z.infer<typeof runProvenanceSchema>;

const addedTurn = z.strictObject({ role: z.enum(['user', 'assistant', 'system']), content: z.string() });
export type AddedTurn = z.infer<typeof addedTurn>;

const methodCall = z.strictObject({ request_sha256: digest, text: z.string(), sha256: digest });
const responseSchema = z.strictObject({ item_key: z.string(), text: z.string(), sha256: digest });

const cycleEvidence = z.strictObject({
  cycle_number: laxInteger.pipe(z.number().min(0)),
  /** What was said since the last cycle; empty in cycle 0. */
  added_turns: z.array(addedTurn),
  /** What the method's own requests were answered, in full, and what tells the requests apart. */
  method_calls: z.array(methodCall).default([]),
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
  /** The models that answered, as their provider names them. */
  models: z.array(z.string()).default([]),
  cycles: z.array(cycleEvidence),
});
export type CaseEvidence = z.infer<typeof caseEvidenceSchema>;
