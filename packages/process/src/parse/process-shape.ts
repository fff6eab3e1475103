import { matcherSchema, type NodeSource, nodeSchema, type ProcedureSource, procedureSchema } from '@obey/schema';
import { safeParse, type z } from 'zod';
import { subjectOf } from './issue-text.js';
import { type SchemaIssue, schemaIssues } from './schema-issues.js';
import type { YamlPath } from './yaml-file.js';

/** Stand-ins for what is checked by itself, so that each node is checked once and not once per alternative above it. */
const anyMatcher = { replied: true };
const anyBlock = [{ step: 'any', done: anyMatcher }];
const blocks = ['do', 'then', 'else', 'try', 'otherwise'];
const matchers = ['started', 'done', 'on'];

/** Every way in which a block of a process differs from the schema. */
export function blockShapeIssues(block: unknown, path: YamlPath): SchemaIssue[] {
  const subject = subjectOf(path);
  if (!Array.isArray(block)) {
    const missing = block === undefined || block === null;
    return [{ path, message: `${subject}${missing ? ' is missing' : ''}: expected a list of nodes` }];
  }
  if (block.length === 0) return [{ path, message: `${subject}: expected at least one node` }];
  return block.flatMap((node: unknown, index) => nodeIssues(node, [...path, index]));
}

/** Every way in which `procedures:` differs from the schema. */
export function procedureShapeIssues(procedures: unknown, path: YamlPath): SchemaIssue[] {
  if (procedures === undefined || procedures === null) return [];
  if (!isMapping(procedures)) return [{ path, message: '`procedures`: expected a mapping of names to procedures' }];
  return Object.entries(procedures).flatMap(([name, procedure]) => {
    const own = [...path, name];
    const named = /^[a-z][a-zA-Z0-9]*$/.test(name)
      ? []
      : [{ path: own, key: true, message: `\`${name}\`: expected a camelCase name` }];
    return [...named, ...shallowIssues(procedureSchema, procedure, own)];
  });
}

/** The shape that the two checks above establish. */
export interface ProcessShape {
  readonly process: readonly NodeSource[];
  readonly procedures: Readonly<Record<string, ProcedureSource>>;
}

function nodeIssues(node: unknown, path: YamlPath): SchemaIssue[] {
  return shallowIssues(nodeSchema, node, path);
}

/** The issues of a value with its nested blocks and matchers left aside, then theirs. */
function shallowIssues(schema: z.core.$ZodType, value: unknown, path: YamlPath): SchemaIssue[] {
  if (!isMapping(value)) return relative(schema, value, path);
  const shallow: Record<string, unknown> = { ...value };
  const nested: SchemaIssue[] = [];
  for (const [name, inner] of Object.entries(value)) {
    const own = [...path, name];
    if (name === 'parallel' && Array.isArray(inner)) {
      shallow[name] = inner.map(() => anyBlock);
      nested.push(...inner.flatMap((branch: unknown, index) => blockShapeIssues(branch, [...own, index])));
    } else if (blocks.includes(name) && Array.isArray(inner) && inner.length > 0) {
      shallow[name] = anyBlock;
      nested.push(...blockShapeIssues(inner, own));
    } else if (matchers.includes(name) && isMapping(inner)) {
      shallow[name] = anyMatcher;
      nested.push(...matcherIssues(inner, own));
    } else if (name === 'catch' && isMapping(inner)) {
      const { inside, rest } = catchIssues(inner, own);
      shallow[name] = rest;
      nested.push(...inside);
    }
  }
  return [...relative(schema, shallow, path), ...nested];
}

function catchIssues(
  value: Readonly<Record<string, unknown>>,
  path: YamlPath,
): { inside: SchemaIssue[]; rest: object } {
  const rest: Record<string, unknown> = { ...value };
  const inside: SchemaIssue[] = [];
  for (const name of ['do', 'otherwise']) {
    const inner = value[name];
    if (!Array.isArray(inner) || inner.length === 0) continue;
    rest[name] = anyBlock;
    inside.push(...blockShapeIssues(inner, [...path, name]));
  }
  if (isMapping(value.on)) {
    rest.on = anyMatcher;
    inside.push(...matcherIssues(value.on, [...path, 'on']));
  }
  return { inside, rest };
}

function matcherIssues(value: Readonly<Record<string, unknown>>, path: YamlPath): SchemaIssue[] {
  const shallow: Record<string, unknown> = { ...value };
  const nested: SchemaIssue[] = [];
  for (const name of ['anyOf', 'allOf']) {
    const inner = value[name];
    if (!Array.isArray(inner)) continue;
    shallow[name] = inner.map(() => anyMatcher);
    for (const [index, part] of inner.entries()) {
      const own = [...path, name, index];
      nested.push(...(isMapping(part) ? matcherIssues(part, own) : relative(matcherSchema, part, own)));
    }
  }
  return [...relative(matcherSchema, shallow, path), ...nested];
}

function relative(schema: z.core.$ZodType, value: unknown, path: YamlPath): SchemaIssue[] {
  const result = safeParse(schema, value);
  if (result.success) return [];
  return schemaIssues(schema, value, result.error.issues).map((issue) => ({
    ...issue,
    // A part that is checked by itself is not the file.
    message: issue.path.length === 0 ? issue.message.replace(subjectOf([]), subjectOf(path)) : issue.message,
    path: [...path, ...issue.path],
  }));
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
