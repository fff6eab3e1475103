import { type Json, ObeyError } from '@obey/schema';
import type { Binding, ForEachNode } from '../ast.js';
import { canonicalJson } from './canonical-json.js';

const identifying = ['id', 'key', 'slug', 'name'] as const;

/**
 * The loop values of a list, in its order. A lone value counts as a list of one, nothing as an empty one; elements with
 * the same key are one item, the first of them.
 *
 * @throws ObeyError `expression-failed` when an element is not JSON or lacks the key that the loop declares
 */
export function loopBindings(node: Pick<ForEachNode, 'variable' | 'kind' | 'key' | 'at'>, list: unknown): Binding[] {
  const elements: unknown[] = Array.isArray(list) ? list : list === undefined || list === null ? [] : [list];
  const byKey = new Map<string, Binding>();
  for (const element of elements) {
    const value = toJson(node, element);
    const key = keyOf(node, value);
    if (!byKey.has(key)) byKey.set(key, { variable: node.variable, kind: node.kind, key, value });
  }
  return [...byKey.values()];
}

/** Lists come from facts and from parsed content, so only what an expression can make of them needs to be refused. */
function toJson(node: Pick<ForEachNode, 'variable' | 'at'>, element: unknown): Json {
  const scalar = typeof element === 'string' || typeof element === 'boolean' || Number.isFinite(element);
  if (scalar || (typeof element === 'object' && !('_jsonata_function' in (element ?? {})))) return element as Json;
  throw new ObeyError('expression-failed', `an element of the list of \`${node.variable}\` is not JSON`, {
    at: node.at,
  });
}

function keyOf(node: Pick<ForEachNode, 'variable' | 'key' | 'at'>, value: Json): string {
  if (node.key !== undefined) {
    const key = field(value, node.key);
    if (key !== undefined) return key;
    throw new ObeyError('expression-failed', `an element of the list of \`${node.variable}\` has no \`${node.key}\``, {
      at: node.at,
      hint: 'its key must be text, a number or a boolean',
    });
  }
  if (value === null || typeof value !== 'object') return String(value);
  for (const name of identifying) {
    const key = field(value, name);
    if (key !== undefined) return key;
  }
  return canonicalJson(value);
}

function field(value: Json, name: string): string | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, name)) {
    return undefined;
  }
  const found = value[name];
  return found === null || typeof found === 'object' || found === undefined ? undefined : String(found);
}
