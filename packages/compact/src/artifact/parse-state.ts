import { ObeyError } from '@obey/schema';
import { firstCodePoints, hasLoneSurrogate, withoutLoneSurrogates } from '../json/code-points.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { type ParsedJson, parseJson } from '../json/parse-json.js';
import { pythonType } from '../json/python-text.js';
import type { StructuredState } from '../model/artifact.js';
import type { ScorerVersion } from '../model/scorer.js';
import { artifactLimits, stateLists } from './artifact-limits.js';
import { braceSpans, withoutAnyReasoning, withoutCodeFence, withoutReasoning } from './reply-json.js';
import { emptyState, readSections } from './state-sections.js';

export interface ParsedState {
  readonly state: StructuredState;
  readonly warnings: readonly string[];
}

/**
 * A state from a model's reply. `1.0.0` takes a JSON object, perhaps in a code fence; `2.0.0` also drops reasoning and
 * takes the first object out of prose; `obey-1` takes the first object that looks like a state, and never fails: what a
 * reply lacks is an empty state with warnings, at most 50 of at most 500 characters.
 * @throws ObeyError `solve-failed`: in 1.0.0 and 2.0.0 for half a surrogate pair, in 2.0.0 for reasoning that never ends
 */
export function parseState(reply: string, version: ScorerVersion): ParsedState {
  if (version === '1.0.0') return referenceState(parseJson(withoutCodeFence(reply)), []);
  if (version === '2.0.0') return laterState(withoutCodeFence(withoutReasoning(reply)));
  return lenientState(reply);
}

function referenceState(parsed: ParsedJson, warnings: readonly string[]): ParsedState {
  const { state, warnings: found } = stateOf(parsed, true);
  const values = [...stateLists.flatMap((list) => state[list]), ...[...state.entity_map].flat()];
  if (values.some(hasLoneSurrogate)) {
    throw new ObeyError('solve-failed', 'the reply holds half a surrogate pair, which is no text', {
      hint: 'the profile obey-1 replaces it',
    });
  }
  return { state, warnings: [...warnings, ...found] };
}

const extracted = 'extracted JSON object from surrounding prose';

function laterState(text: string): ParsedState {
  const parsed = parseJson(text);
  if (parsed.ok) return referenceState(parsed, []);
  const [span] = braceSpans(text, 1);
  if (span === undefined) return { state: emptyState(), warnings: ['response contained no parsable JSON object'] };
  const inner = parseJson(span);
  return referenceState(inner, inner.ok ? [extracted] : []);
}

/** How many objects in prose are tried. */
const mostSpans = 50;

function lenientState(reply: string): ParsedState {
  const text = withoutCodeFence(withoutAnyReasoning(withoutLoneSurrogates(reply)));
  const whole = parseJson(text);
  const found = whole.ok && isJsonObject(whole.value) ? whole.value : objectWithin(text);
  const { state, warnings } = stateOf(found === undefined ? whole : { ok: true, value: found }, false);
  const prose = found === undefined || (whole.ok && found === whole.value) ? [] : [extracted];
  return { state: clean(state), warnings: limited([...prose, ...warnings]) };
}

function objectWithin(text: string): JsonObject | undefined {
  const objects = braceSpans(text, mostSpans).flatMap((span) => {
    const parsed = parseJson(span);
    return parsed.ok && isJsonObject(parsed.value) ? [parsed.value] : [];
  });
  const isState = (object: JsonObject) => ['entity_map', ...stateLists].some((section) => object.has(section));
  return objects.find(isState) ?? objects[0];
}

function stateOf(parsed: ParsedJson, warnAtLimit: boolean): ParsedState {
  const warnings: string[] = [];
  const warn = (text: string): void => void warnings.push(text);
  const object = parsed.ok ? asObject(parsed.value, warn) : undefined;
  if (!parsed.ok) warn(`response was not valid JSON: ${parsed.fault.message}`);
  return { state: object === undefined ? emptyState() : readSections(object, { warn, warnAtLimit }), warnings };
}

function asObject(value: JsonValue, warn: (text: string) => void): JsonObject | undefined {
  if (isJsonObject(value)) return value;
  warn(`expected JSON object, got ${pythonType(value)}; treating as empty state`);
  return undefined;
}

/** Escapes in JSON may make halves of surrogate pairs that the reply's text did not hold. */
function clean(state: StructuredState): StructuredState {
  const list = (entries: readonly string[]) => entries.map(withoutLoneSurrogates);
  return {
    immutable_facts: list(state.immutable_facts),
    locked_decisions: list(state.locked_decisions),
    deferred_items: list(state.deferred_items),
    forbidden_behaviors: list(state.forbidden_behaviors),
    entity_map: new Map(
      [...state.entity_map].map(([name, role]) => [withoutLoneSurrogates(name), withoutLoneSurrogates(role)]),
    ),
    unresolved_items: list(state.unresolved_items),
  };
}

function limited(warnings: readonly string[]): string[] {
  const { warnings: most, entry } = artifactLimits;
  const kept = warnings.length > most ? warnings.slice(0, most - 1) : warnings;
  const more = warnings.length > most ? [`${warnings.length - kept.length} more warnings`] : [];
  return [...kept, ...more].map((text) => firstCodePoints(withoutLoneSurrogates(text), entry));
}

/** A summary cut to 8,000 code points, with a warning where it was longer, as CompactBench does from 2.0.0 on. */
export function cutSummary(text: string): { readonly summary: string; readonly warnings: readonly string[] } {
  const summary = firstCodePoints(text, artifactLimits.summary);
  const warnings = summary === text ? [] : [`summary exceeded ${artifactLimits.summary} chars; truncating`];
  return { summary, warnings };
}
