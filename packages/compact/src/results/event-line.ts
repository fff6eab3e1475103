import { artifactJson } from '../artifact/artifact-json.js';
import { compactJson } from '../json/json-text.js';
import { fromPlain, type JsonObject, type JsonValue } from '../json/json-value.js';
import type { Aggregate, CycleScorecard, ItemScore, TokenUsage } from '../model/scorecard.js';
import type { CaseEvidence, CycleEvidence } from './obey-extension.js';
import type { CaseResult, CycleResult, ResultsEvent, RunEnd, RunStart } from './results-event.js';

/**
 * One event as a line of `results.jsonl`, with the fields, their order and the spelling of numbers that the reference
 * has: no blanks, doubles with a point or an exponent, nulls written, a final line feed.
 */
export function eventLine(event: ResultsEvent): string {
  return `${compactJson(eventJson(event))}\n`;
}

function eventJson(event: ResultsEvent): JsonValue {
  switch (event.event) {
    case 'run_start':
      return startJson(event);
    case 'case_complete':
      return members({
        event: event.event,
        case_result: caseJson(event.case_result),
        obey: event.obey && evidenceJson(event.obey),
      });
    case 'run_end':
      return endJson(event);
  }
}

const startJson = (start: RunStart): JsonValue =>
  members({
    event: start.event,
    run_id: start.run_id,
    method_name: start.method_name,
    method_version: start.method_version,
    suite_key: start.suite_key,
    suite_version: start.suite_version,
    scorer_version: start.scorer_version,
    target_provider: start.target_provider,
    target_model: start.target_model,
    endpoint_kind: start.endpoint_kind,
    difficulty: start.difficulty,
    drift_cycles: BigInt(start.drift_cycles),
    seed_group: start.seed_group,
    case_count_per_template: BigInt(start.case_count_per_template),
    started_at: start.started_at,
    obey: start.obey && fromPlain(start.obey),
  });

export const caseJson = (result: CaseResult): JsonValue =>
  members({
    case_id: result.case_id,
    template_key: result.template_key,
    seed: result.seed,
    cycles: result.cycles.map(cycleJson),
    case_score: result.case_score,
    drift_resistance: result.drift_resistance,
    token_usage: usageJson(result.token_usage),
  });

const cycleJson = (cycle: CycleResult): JsonValue =>
  members({
    cycle_number: BigInt(cycle.cycle_number),
    scorecard: scorecardJson(cycle.scorecard),
    drift_delta: cycle.drift_delta,
    latency_ms: cycle.latency_ms === null ? null : BigInt(cycle.latency_ms),
    token_usage: usageJson(cycle.token_usage),
  });

/** A scorecard in the form of `results.jsonl`. */
export const scorecardJson = (card: CycleScorecard): JsonValue =>
  members({
    cycle_number: BigInt(card.cycle_number),
    cycle_score: card.cycle_score,
    penalized_cycle_score: card.penalized_cycle_score,
    contradiction_rate: card.contradiction_rate,
    compression_ratio: card.compression_ratio,
    item_scores: card.item_scores.map(itemJson),
  });

const itemJson = (item: ItemScore): JsonValue =>
  members({
    item_key: item.item_key,
    item_type: item.item_type,
    score: item.score,
    weight: item.weight,
    check_type: item.check_type,
    details: fromPlain(item.details),
  });

const endJson = (end: RunEnd): JsonValue =>
  members({
    event: end.event,
    completed_at: end.completed_at,
    ...aggregateMembers(end),
    token_usage: usageJson(end.token_usage),
    notes: end.notes,
  });

/** The five numbers of a run in their order. */
export const aggregateMembers = (aggregate: Aggregate) => ({
  overall_score: aggregate.overall_score,
  drift_resistance: aggregate.drift_resistance,
  constraint_retention: aggregate.constraint_retention,
  contradiction_rate: aggregate.contradiction_rate,
  compression_ratio: aggregate.compression_ratio,
});

const evidenceJson = (evidence: CaseEvidence): JsonValue =>
  members({
    case_sha256: evidence.case_sha256,
    models: evidence.models,
    cycles: evidence.cycles.map(cycleEvidenceJson),
  });

const cycleEvidenceJson = (cycle: CycleEvidence): JsonValue =>
  members({
    cycle_number: BigInt(cycle.cycle_number),
    added_turns: cycle.added_turns.map(({ role, content }) => members({ role, content })),
    method_calls: cycle.method_calls.map(({ request_sha256, text, sha256 }) =>
      members({ request_sha256, text, sha256 }),
    ),
    artifact: artifactJson(cycle.artifact),
    artifact_sha256: cycle.artifact_sha256,
    responses: cycle.responses.map(({ item_key, text, sha256 }) => members({ item_key, text, sha256 })),
  });

export const usageJson = (usage: TokenUsage | null): JsonValue =>
  usage === null
    ? null
    : members({
        prompt_tokens: BigInt(usage.prompt_tokens),
        completion_tokens: BigInt(usage.completion_tokens),
        cached_prompt_tokens: BigInt(usage.cached_prompt_tokens),
        call_count: BigInt(usage.call_count),
      });

/** An object whose numbers are doubles and whose bigints are whole numbers; what is undefined is left out. */
function members(object: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return new Map(
    Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}
