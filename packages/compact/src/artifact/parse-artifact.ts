import { ObeyError } from '@obey/schema';
import type { z } from 'zod';
import { shortened } from '../json/code-points.js';
import { isJsonObject, type JsonObject, type JsonValue, toPlain } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';
import type { Artifact } from '../model/artifact.js';
import { artifactSchema } from './artifact-schema.js';

/** One thing wrong with an artifact. */
export interface ArtifactIssue {
  /** Field names and places joined by dots: `structured_state.locked_decisions.0`; empty for the whole. */
  readonly location: string;
  /** In the reference's names: `extra_forbidden`, `string_too_long`, `too_long`, `string_type` … */
  readonly kind: string;
  readonly message: string;
}

export interface ArtifactOptions {
  /** Takes `summary_text` for `summaryText` and so on, as CompactBench does from 2.0.0 on. */
  readonly bothSpellings?: boolean;
}

export type ParsedArtifact =
  | { readonly ok: true; readonly artifact: Artifact }
  | { readonly ok: false; readonly issues: readonly ArtifactIssue[] };

/** An artifact from what a method or a file gave: plain objects, or JSON that kept its order. */
export function parseArtifact(value: unknown, { bothSpellings = false }: ArtifactOptions = {}): ParsedArtifact {
  const plain = plainArtifact(value);
  const parsed = artifactSchema.safeParse(bothSpellings ? respelled(plain) : plain);
  if (parsed.success) return { ok: true, artifact: parsed.data };
  return { ok: false, issues: parsed.error.issues.flatMap(artifactIssues) };
}

/** An artifact from its JSON text. */
export function readArtifactText(text: string, options: ArtifactOptions = {}): ParsedArtifact {
  const parsed = parseJson(text);
  if (parsed.ok) return parseArtifact(parsed.value, options);
  return { ok: false, issues: [{ location: '', kind: 'json_invalid', message: parsed.fault.message }] };
}

/** How many things an error tells of. */
const mostIssues = 10;

/**
 * The artifact, or an error that says what is wrong with it.
 * @throws ObeyError `solve-failed`
 */
export function requireArtifact(value: unknown, options: ArtifactOptions = {}): Artifact {
  const parsed = parseArtifact(value, options);
  if (parsed.ok) return parsed.artifact;
  const found = parsed.issues.map(({ location, message }) =>
    location === '' ? message : `${shortened(location, 100)} ${message}`,
  );
  const more = found.length > mostIssues ? ` (and ${found.length - mostIssues} more)` : '';
  throw new ObeyError('solve-failed', `not an artifact: ${found.slice(0, mostIssues).join('; ')}${more}`, {
    hint: 'the method must return an artifact within its limits',
  });
}

/** Maps become objects, but for the entities, whose order counts. */
function plainArtifact(value: unknown): unknown {
  if (!isObject(value)) return value;
  const plain = withPlainMembers(value);
  const state = value.get('structured_state');
  if (isObject(state)) {
    const entities = state.get('entity_map');
    plain.structured_state = withPlainMembers(state);
    if (isObject(entities)) (plain.structured_state as Record<string, unknown>).entity_map = entities;
  }
  return plain;
}

const isObject = (value: unknown): value is JsonObject => isJsonObject(value as JsonValue);

function withPlainMembers(object: JsonObject): Record<string, unknown> {
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, member] of object) plain[key] = toPlain(member);
  return plain;
}

const spellings = [
  ['schema_version', 'schemaVersion'],
  ['summary_text', 'summaryText'],
  ['selected_source_turn_ids', 'selectedSourceTurnIds'],
  ['method_metadata', 'methodMetadata'],
] as const;

function respelled(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const object: Record<string, unknown> = { ...value };
  for (const [snake, camel] of spellings) {
    if (!Object.hasOwn(object, snake) || Object.hasOwn(object, camel)) continue;
    object[camel] = object[snake];
    delete object[snake];
  }
  return object;
}

type ZodIssue = z.core.$ZodIssue;

function artifactIssues(issue: ZodIssue): ArtifactIssue[] {
  const at = (...more: PropertyKey[]) => [...issue.path, ...more].map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ location: at(key), kind: 'extra_forbidden', message: 'is no field of it' }));
  }
  const kind = kindOf(issue);
  if (issue.code === 'too_big') {
    return [{ location: at(), kind, message: `has more than ${issue.maximum} entries` }];
  }
  return [{ location: at(), kind, message: issue.code === 'custom' ? issue.message : `is no ${nameOf(issue)}` }];
}

const typeKinds: Readonly<Record<string, string>> = {
  string: 'string_type',
  array: 'list_type',
  object: 'model_type',
  record: 'dict_type',
  map: 'dict_type',
};

function kindOf(issue: ZodIssue): string {
  if (issue.code === 'invalid_type') return typeKinds[issue.expected] ?? issue.expected;
  if (issue.code === 'too_big') return 'too_long';
  const kind = issue.code === 'custom' ? issue.params?.kind : undefined;
  return typeof kind === 'string' ? kind : issue.code;
}

function nameOf(issue: ZodIssue): string {
  const names: Readonly<Record<string, string>> = { string: 'text', array: 'list', record: 'object', map: 'object' };
  return issue.code === 'invalid_type' ? (names[issue.expected] ?? issue.expected) : 'valid value';
}
