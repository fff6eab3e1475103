import { nearest } from '@obey/schema';
import type { z } from 'zod';
import { Timestamp } from '../case/timestamp.js';
import { schemaKeys } from './schema-keys.js';
import type { YamlNode } from './yaml-node.js';
import { nodeAt, pathText, type YamlPath } from './yaml-path.js';

/** What is wrong with the shape of a file; with `key`, it is about the key at the path's end, not its value. */
export interface ShapeProblem {
  readonly path: YamlPath;
  readonly key: boolean;
  readonly message: string;
  readonly hint?: string;
}

/**
 * The issue to tell of, in words: an unknown key first, since a misspelt one makes others missing; else the first.
 *
 * @param base the path in the file of what the schema read
 */
export function shapeProblem(
  schema: z.core.$ZodType,
  root: YamlNode,
  base: YamlPath,
  issues: readonly z.core.$ZodIssue[],
): ShapeProblem {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue === undefined) return { path: base, key: false, message: 'not of the expected shape' };
  const inner = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const path = [...base, ...inner];
  if (issue.code === 'unrecognized_keys') return unknownKey(issue.keys[0] ?? '', path, schemaKeys(schema, inner));
  const node = nodeAt(root, path);
  const wanted = expectation(issue);
  if (node === undefined) return { path, key: false, message: `${pathText(path)} is missing: ${wanted}` };
  return {
    path,
    key: false,
    message: `${pathText(path)}: ${wanted}, found ${shown(node)}`,
    ...quotesHint(node, wanted),
  };
}

function unknownKey(key: string, path: YamlPath, known: readonly string[]): ShapeProblem {
  const near = nearest(key, known);
  const hint = near === undefined ? `known here: ${known.join(', ')}` : `did you mean "${near}"?`;
  return { path: [...path, key], key: true, message: `${pathText(path)}: unknown key ${JSON.stringify(key)}`, hint };
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['array', 'a list'],
  ['object', 'a mapping'],
]);

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `expected ${typeNames.get(issue.expected) ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.map(String).join(', ')}`;
  return issue.message.startsWith('expected ') ? issue.message : `expected another value (${issue.message})`;
}

function quotesHint(node: YamlNode, wanted: string): { hint?: string } {
  const quotable = node.kind === 'scalar' && node.value !== null && typeof node.value !== 'string';
  return quotable && /text|letter|numbers like/.test(wanted) ? { hint: 'put it in quotes' } : {};
}

const longest = 60;

function shown(node: YamlNode): string {
  if (node.kind !== 'scalar') return node.kind === 'mapping' ? 'a mapping' : 'a list';
  const { value } = node;
  if (value === null) return 'nothing';
  if (value instanceof Timestamp) return `the date ${value.iso}`;
  if (typeof value !== 'string') return typeof value === 'boolean' ? String(value) : `the number ${value}`;
  return JSON.stringify(value.length > longest ? `${value.slice(0, longest)}…` : value);
}
