import type { Template } from '../ast.js';

/** A path with its query in one spelling, so that order and escapes of parameters make no difference; an empty query is none. */
export function canonicalTarget(target: string): string {
  const { path, query } = splitTarget(target);
  if (query === undefined) return path;
  const canonical = canonicalQuery(query);
  return canonical === '' ? path : `${path}?${canonical}`;
}

/**
 * Whether a request is one that a path asks for, given what its holes are filled with: a path without a query leaves the query
 * open, one with a query demands exactly its parameters, in any order.
 */
export function isTarget(asked: string, { path, query = '' }: RequestTarget): boolean {
  const wanted = splitTarget(asked);
  if (path !== wanted.path) return false;
  return wanted.query === undefined || canonicalQuery(query) === canonicalQuery(wanted.query);
}

/** Reads a request backwards by a path in which holes are left, whatever the order of its parameters. */
export function captureTarget(
  template: Template,
  { path, query = '' }: RequestTarget,
): ReturnType<Template['capture']> {
  const asked = splitTarget(template.source).query;
  if (asked === undefined) return template.capture(path);
  const values = pairsOf(query);
  const names = asked.split('&').map((part) => part.split('=')[0] ?? '');
  if (names.length !== values.length) return null;
  const parts: string[] = [];
  for (const name of names) {
    const at = values.findIndex(([other]) => other === name);
    if (at < 0) return null;
    parts.push(values.splice(at, 1)[0]?.join('=') ?? '');
  }
  return template.capture(`${path}?${parts.join('&')}`);
}

/** The path and the query of a target as a process or a route writes it. */
export function splitTarget(target: string): RequestTarget {
  const mark = target.indexOf('?');
  return mark < 0 ? { path: target } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** What a request asks for: its path, and its query without the `?`. */
export interface RequestTarget {
  readonly path: string;
  readonly query?: string | undefined;
}

function canonicalQuery(query: string): string {
  return pairsOf(query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
}

const pairsOf = (query: string): [string, string][] => [...new URLSearchParams(wellFormed(query))];

/** A lone surrogate has no encoding. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
