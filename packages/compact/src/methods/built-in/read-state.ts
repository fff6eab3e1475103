import { stateLists } from '../../artifact/artifact-limits.js';
import { type ParsedState, parseState } from '../../artifact/parse-state.js';
import { braceSpans, withoutAnyReasoning, withoutCodeFence } from '../../artifact/reply-json.js';
import { isJsonObject, type JsonObject } from '../../json/json-value.js';
import { parseJson } from '../../json/parse-json.js';
import type { ScorerVersion } from '../../model/scorer.js';

/** A reply's state, and in `obey-1` a warning for each section that it should have and lacks. */
export function readState(reply: string, profile: ScorerVersion): ParsedState {
  const parsed = parseState(reply, profile);
  const object = profile === 'obey-1' ? replyObject(reply) : undefined;
  if (object === undefined) return parsed;
  const lacking = [...stateLists, 'entity_map'].filter((section) => !object.has(section));
  const warnings = lacking.map((section) => `the reply lacks ${section}; taken as empty`);
  return { state: parsed.state, warnings: [...parsed.warnings, ...warnings] };
}

const mostSpans = 50;

/** The object that a reply consists of or holds: the first with one of the sections, else the first at all. */
export function replyObject(reply: string): JsonObject | undefined {
  const text = withoutCodeFence(withoutAnyReasoning(reply));
  const objects = [text, ...braceSpans(text, mostSpans)].flatMap((span) => {
    const parsed = parseJson(span);
    return parsed.ok && isJsonObject(parsed.value) ? [parsed.value] : [];
  });
  return objects.find((object) => [...stateLists, 'entity_map'].some((section) => object.has(section))) ?? objects[0];
}
