import { ObeyError } from '@obey/schema';
import type { Aggregate, TokenUsage } from '../model/scorecard.js';
import { type ScorerVersion, scorerVersions } from '../model/scorer.js';
import { aggregateCases } from '../score/aggregate.js';
import type { ResultsLog } from './parse-results.js';
import type { CaseComplete, CaseResult, RunEnd, RunStart } from './results-event.js';
import { sumUsage } from './token-usage.js';

/** A run as its file tells it: the fields of the reference's `RunResult`. */
export interface RunResult extends Aggregate {
  readonly run_id: string;
  readonly method_name: string;
  readonly method_version: string;
  readonly suite_key: string;
  readonly suite_version: string;
  readonly scorer_version: string;
  readonly target_provider: string;
  readonly target_model: string;
  /** Absent in runs of the scorer 1.0.0. */
  readonly endpoint_kind?: 'default' | 'custom';
  readonly started_at: string;
  readonly completed_at: string;
  readonly cases: readonly CaseResult[];
  readonly token_usage: TokenUsage | null;
  readonly notes: readonly string[];
}

/** The note of a run whose file has no `run_end`. */
export const incompleteNote = 'run_end event missing: results may be incomplete';

/**
 * The run that a file tells of: the last `run_start`, every case in the order of the file, and the aggregates of the last
 * `run_end` as they stand; without one they are computed from the cases, and a note says so.
 * @throws ObeyError `run-invalid` when there is no `run_start`
 */
export function toRunResult(log: ResultsLog): RunResult {
  const start = requireStart(log);
  const cases = caseEvents(log).map((event) => event.case_result);
  const end = lastEnd(log);
  return {
    run_id: start.run_id,
    method_name: start.method_name,
    method_version: start.method_version,
    suite_key: start.suite_key,
    suite_version: start.suite_version,
    scorer_version: start.scorer_version,
    target_provider: start.target_provider,
    target_model: start.target_model,
    ...(start.endpoint_kind === undefined ? {} : { endpoint_kind: start.endpoint_kind }),
    started_at: start.started_at,
    completed_at: end?.completed_at ?? start.started_at,
    cases,
    ...(end === undefined ? aggregateCases(cases, knownVersion(start.scorer_version)) : aggregateOf(end)),
    token_usage: end === undefined ? sumUsage(cases.map((one) => one.token_usage)) : end.token_usage,
    notes: end === undefined ? [incompleteNote] : end.notes,
  };
}

/**
 * The `run_start` that counts: the last.
 * @throws ObeyError `run-invalid` when there is none
 */
export function requireStart(log: ResultsLog): RunStart {
  const start = log.events.findLast((event) => event.event === 'run_start');
  if (start !== undefined) return start;
  throw new ObeyError('run-invalid', 'no run_start event found', {
    at: { file: log.path },
    hint: 'give the results.jsonl of a run',
  });
}

/** The `run_end` that counts: the last, if any. */
export const lastEnd = (log: ResultsLog): RunEnd | undefined =>
  log.events.findLast((event) => event.event === 'run_end');

/** Every finished case, in the order of the file. */
export const caseEvents = (log: ResultsLog): CaseComplete[] =>
  log.events.filter((event) => event.event === 'case_complete');

/** Each case once: the first that was written of a `case_id`. */
export function distinctCases<Result extends { readonly case_id: string }>(cases: readonly Result[]): Result[] {
  const first = new Map<string, Result>();
  for (const one of cases) if (!first.has(one.case_id)) first.set(one.case_id, one);
  return [...first.values()];
}

/** The five numbers, without what stands beside them. */
export const aggregateOf = (from: Aggregate): Aggregate => ({
  overall_score: from.overall_score,
  drift_resistance: from.drift_resistance,
  constraint_retention: from.constraint_retention,
  contradiction_rate: from.contradiction_rate,
  compression_ratio: from.compression_ratio,
});

/** The profile whose formulas hold for a file; what is unknown is taken for the reference's latest. */
export const knownVersion = (version: string): ScorerVersion =>
  scorerVersions.find((known) => known === version) ?? '2.0.0';
