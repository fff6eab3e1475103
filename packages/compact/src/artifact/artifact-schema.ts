import { z } from 'zod';
import { codePointLength, hasLoneSurrogate } from '../json/code-points.js';
import { laxInteger } from '../json/lax-number.js';
import type { Artifact } from '../model/artifact.js';
import { artifactLimits } from './artifact-limits.js';

const wellFormed = z.string().check((context) => {
  if (!hasLoneSurrogate(context.value)) return;
  context.issues.push(issue(context.value, 'string_unicode', 'holds half a surrogate pair'));
});

const entry = wellFormed.check((context) => {
  const length = codePointLength(context.value);
  if (length < 1) context.issues.push(issue(context.value, 'string_too_short', 'is empty'));
  if (length <= artifactLimits.entry) return;
  context.issues.push(
    issue(context.value, 'string_too_long', `has ${length} characters, of at most ${artifactLimits.entry}`),
  );
});

const summary = wellFormed.check((context) => {
  const length = codePointLength(context.value);
  if (length <= artifactLimits.summary) return;
  context.issues.push(
    issue(context.value, 'string_too_long', `has ${length} characters, of at most ${artifactLimits.summary}`),
  );
});

// The number of entries is looked at before the entries.
const entries = (most: number) => z.array(z.unknown()).max(most).pipe(z.array(entry)).default([]);
const list = entries(artifactLimits.list);

/** What a method keeps of a conversation's state: missing sections are empty, unknown ones refused. */
export const structuredStateSchema = z.strictObject({
  immutable_facts: list,
  locked_decisions: list,
  deferred_items: list,
  forbidden_behaviors: list,
  entity_map: z.preprocess(asMap, z.map(wellFormed, entry)).default(() => new Map()),
  unresolved_items: list,
});

/** An artifact under the names of its JSON form, where an entity map may be a map or an object. */
export const artifactSchema: z.ZodType<Artifact, unknown> = z.strictObject({
  schemaVersion: wellFormed.default('1.0.0'),
  summaryText: summary.default(''),
  structured_state: structuredStateSchema.default(() => structuredStateSchema.parse({})),
  selectedSourceTurnIds: z.array(laxInteger).default([]),
  warnings: entries(artifactLimits.warnings),
  methodMetadata: z.record(z.string(), z.unknown()).default({}),
});

const issue = (input: unknown, kind: string, message: string) =>
  ({ code: 'custom', input, message, params: { kind } }) as const;

function asMap(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);
  return isObject ? new Map(Object.entries(value)) : value;
}
