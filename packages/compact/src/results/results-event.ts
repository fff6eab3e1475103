import { levelSchema } from '@obey/schema';
import { z } from 'zod';
import { hasLoneSurrogate } from '../json/code-points.js';
import { laxBigint, laxFloat, laxInteger } from '../json/lax-number.js';
import { caseEvidenceSchema, runProvenanceSchema } from './obey-extension.js';
import { timestampSchema } from './timestamp.js';

// The reference's reader takes numbers in strings and the like; so do these. Unknown fields are refused at every level.
const text = z.string().refine((value) => !hasLoneSurrogate(value), 'holds half a surrogate pair');
const count = laxInteger.pipe(z.number().min(0));
const share = laxFloat.pipe(z.number().min(0).max(1));
const ratio = laxFloat.pipe(z.number().min(0));
const usage = z
  .strictObject({
    prompt_tokens: count.default(0),
    completion_tokens: count.default(0),
    cached_prompt_tokens: count.default(0),
    call_count: count.default(0),
  })
  .nullable()
  .default(null);

const itemScore = z.strictObject({
  item_key: text,
  item_type: text,
  score: share,
  weight: laxFloat.pipe(z.number().positive()),
  check_type: text,
  details: z.record(z.string(), z.unknown()).default({}),
});

const scorecard = z.strictObject({
  cycle_number: count,
  cycle_score: share,
  penalized_cycle_score: share,
  contradiction_rate: share,
  compression_ratio: ratio,
  item_scores: z.array(itemScore),
});

const cycleResult = z.strictObject({
  cycle_number: count,
  scorecard,
  /** The penalised score less that of cycle 0; null there. */
  drift_delta: laxFloat.pipe(z.number()).nullable().default(null),
  /** Milliseconds of the whole cycle. */
  latency_ms: count.nullable().default(null),
  token_usage: usage,
});
export type CycleResult = z.infer<typeof cycleResult>;

const caseResult = z.strictObject({
  case_id: text,
  template_key: text,
  seed: laxBigint,
  cycles: z.array(cycleResult),
  case_score: share,
  drift_resistance: share,
  token_usage: usage,
});
export type CaseResult = z.infer<typeof caseResult>;

export const endpointKinds = ['default', 'custom'] as const;

/** The first line of a run: what is run, and how. */
export const runStartSchema = z.strictObject({
  event: z.literal('run_start'),
  run_id: text,
  method_name: text,
  method_version: text,
  suite_key: text,
  suite_version: text,
  scorer_version: text,
  target_provider: text,
  target_model: text,
  /** Whether the model was asked at its provider's own address; from scorer 2.0.0 on. */
  endpoint_kind: z.enum(endpointKinds).optional(),
  difficulty: levelSchema,
  drift_cycles: count,
  seed_group: text,
  case_count_per_template: count,
  started_at: timestampSchema,
  obey: runProvenanceSchema.optional(),
});
export type RunStart = z.infer<typeof runStartSchema>;

/** A finished case. */
export const caseCompleteSchema = z.strictObject({
  event: z.literal('case_complete'),
  case_result: caseResult,
  obey: caseEvidenceSchema.optional(),
});
export type CaseComplete = z.infer<typeof caseCompleteSchema>;

/** The end of a run: its aggregates. */
export const runEndSchema = z.strictObject({
  event: z.literal('run_end'),
  completed_at: timestampSchema,
  overall_score: share,
  drift_resistance: share,
  constraint_retention: share,
  contradiction_rate: share,
  compression_ratio: ratio,
  token_usage: usage,
  notes: z.array(text).default([]),
});
export type RunEnd = z.infer<typeof runEndSchema>;

export type ResultsEvent = RunStart | CaseComplete | RunEnd;
