import { ObeyError } from '@obey/schema';
import type { z } from 'zod';
import { shortened } from '../json/code-points.js';
import { isJsonObject, type JsonObject, type JsonValue, toPlain } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';
import { trim } from '../score/whitespace.js';
import {
  type CaseComplete,
  caseCompleteSchema,
  type ResultsEvent,
  type RunEnd,
  type RunStart,
  runEndSchema,
  runStartSchema,
} from './results-event.js';

/** A results file, event by event. */
export interface ResultsLog {
  readonly path: string;
  readonly events: readonly ResultsEvent[];
  /** Whether a last line without an end was no event and was left out: the run was cut while it wrote. */
  readonly torn: boolean;
}

/**
 * Reads the text of a `results.jsonl`: one event a line, blank lines skipped. A last line that lacks its line feed and is
 * no event is left out.
 * @throws ObeyError `run-invalid` with file and line, when any other line is no event
 */
export function parseResults(text: string, path: string): ResultsLog {
  const events: ResultsEvent[] = [];
  const lines = text.split('\n');
  let extended: boolean | undefined;
  for (const [index, line] of lines.entries()) {
    if (trim(line) === '') continue;
    const read = readEvent(line);
    if (!read.ok && index === lines.length - 1) return { path, events, torn: true };
    if (!read.ok) throw invalidEvent(path, index + 1, read.message);
    const { event } = read;
    if (event.event === 'run_start') extended = event.scorer_version === 'obey-1';
    if ('obey' in event && event.obey !== undefined && extended !== true) {
      throw invalidEvent(path, index + 1, 'only runs of the scorer obey-1 have a member `obey`');
    }
    events.push(event);
  }
  return { path, events, torn: false };
}

function invalidEvent(file: string, line: number, message: string): ObeyError {
  return new ObeyError('run-invalid', `invalid event: ${shortened(message, 500)}`, {
    at: { file, line },
    hint: 'restore the file, or remove the line if its case may be run again',
  });
}

export type ReadEvent =
  | { readonly ok: true; readonly event: ResultsEvent }
  | { readonly ok: false; readonly message: string };

const schemas = new Map<JsonValue, z.ZodType<ResultsEvent>>([
  ['run_start', runStartSchema as z.ZodType<RunStart>],
  ['case_complete', caseCompleteSchema as z.ZodType<CaseComplete>],
  ['run_end', runEndSchema as z.ZodType<RunEnd>],
]);

/** One line as an event, or what is wrong with it. */
export function readEvent(line: string): ReadEvent {
  const parsed = parseJson(line);
  if (!parsed.ok) return { ok: false, message: `not JSON: ${parsed.fault.message}` };
  if (!isJsonObject(parsed.value)) return { ok: false, message: 'expected an object' };
  const schema = schemas.get(parsed.value.get('event') ?? null);
  if (schema === undefined) {
    return { ok: false, message: '`event` must be run_start, case_complete or run_end' };
  }
  const event = schema.safeParse(plainEvent(parsed.value));
  return event.success ? { ok: true, event: event.data } : { ok: false, message: issueText(event.error) };
}

/** Plain objects throughout, but for the entities of an artifact, whose order counts. */
function plainEvent(event: JsonObject): unknown {
  const plain = toPlain(event) as Record<string, unknown>;
  const evidence = event.get('obey');
  const cycles = isJsonObject(evidence) ? evidence.get('cycles') : undefined;
  if (Array.isArray(cycles)) (plain.obey as Record<string, unknown>).cycles = cycles.map(plainCycle);
  return plain;
}

function plainCycle(cycle: JsonValue): unknown {
  const plain = toPlain(cycle) as { artifact?: { structured_state?: Record<string, unknown> } };
  const state = member(member(cycle, 'artifact'), 'structured_state');
  const entities = member(state, 'entity_map');
  if (isJsonObject(entities) && plain.artifact?.structured_state) plain.artifact.structured_state.entity_map = entities;
  return plain;
}

const member = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
  isJsonObject(value) ? value.get(key) : undefined;

function issueText(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'not an event';
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : '';
  const place = issue.path.map(String).join('.');
  return `${place === '' ? '' : `${place}: `}${issue.message}${more}`;
}
