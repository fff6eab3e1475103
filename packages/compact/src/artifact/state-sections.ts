import { codePointLength, firstCodePoints } from '../json/code-points.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.js';
import { pythonRepr, pythonType } from '../json/python-text.js';
import type { StructuredState } from '../model/artifact.js';
import { trim } from '../score/whitespace.js';
import { artifactLimits, type StateList } from './artifact-limits.js';

/** The state without any section filled. */
export const emptyState = (): StructuredState => ({
  immutable_facts: [],
  locked_decisions: [],
  deferred_items: [],
  forbidden_behaviors: [],
  entity_map: new Map(),
  unresolved_items: [],
});

export interface SectionOptions {
  /** Told of each entry that is skipped, cut or dropped. */
  readonly warn: (text: string) => void;
  /** Whether a list of exactly 200 entries is warned of, as the reference does. */
  readonly warnAtLimit: boolean;
}

/** The six sections out of a model's object; what is missing or null is empty, what is ill-typed skipped with a warning. */
export function readSections(object: JsonObject, options: SectionOptions): StructuredState {
  const list = (name: StateList) => readList(name, object.get(name), options);
  return {
    immutable_facts: list('immutable_facts'),
    locked_decisions: list('locked_decisions'),
    deferred_items: list('deferred_items'),
    forbidden_behaviors: list('forbidden_behaviors'),
    entity_map: readEntities(object.get('entity_map'), options),
    unresolved_items: list('unresolved_items'),
  };
}

function readList(name: StateList, value: JsonValue | undefined, { warn, warnAtLimit }: SectionOptions): string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    warn(`'${name}' was not a list (got ${pythonType(value)}); dropping`);
    return [];
  }
  const kept: string[] = [];
  for (const [index, entry] of value.entries()) {
    if (typeof entry !== 'string') {
      warn(`${name}[${index}] was not a string (got ${pythonType(entry)}); skipping`);
      continue;
    }
    const text = trim(entry);
    if (text === '') continue;
    if (kept.length >= artifactLimits.list) {
      warn(`${name} exceeded ${artifactLimits.list} items; dropping the rest`);
      break;
    }
    if (codePointLength(text) > artifactLimits.entry) {
      warn(`${name}[${index}] exceeded ${artifactLimits.entry} chars; truncating`);
    }
    kept.push(firstCodePoints(text, artifactLimits.entry));
    if (warnAtLimit && kept.length >= artifactLimits.list) {
      warn(`${name} exceeded ${artifactLimits.list} items; dropping the rest`);
      break;
    }
  }
  return kept;
}

function readEntities(value: JsonValue | undefined, { warn }: SectionOptions): Map<string, string> {
  const entities = new Map<string, string>();
  if (value === undefined || value === null) return entities;
  if (!isJsonObject(value)) {
    warn(`'entity_map' was not a mapping (got ${pythonType(value)}); dropping`);
    return entities;
  }
  for (const [key, role] of value) {
    if (typeof role !== 'string') {
      warn(`entity_map entry ${pythonRepr(key)}=${pythonRepr(role)} is not string-to-string; skipping`);
      continue;
    }
    const [name, text] = [trim(key), trim(role)];
    if (name === '' || text === '') continue;
    entities.set(firstCodePoints(name, artifactLimits.entry), firstCodePoints(text, artifactLimits.entry));
  }
  return entities;
}
