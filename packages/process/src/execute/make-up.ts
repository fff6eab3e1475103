import { createHash } from 'node:crypto';
import type { Json } from '@obey/schema';
import type { Item } from '../ast.js';
import { itemKey } from '../items/item-key.js';

/** An output seen for one item, from which those of others can be made up. */
export interface Sample {
  readonly item: Item;
  readonly content: string;
}

const token = /\b[0-9a-f]{8,64}\b/g;

/**
 * A plausible output for `item` that nothing was read for: a sample with this item's names in place of its own, numbers
 * up to a tenth away, and other tokens. The same for the same item and sample.
 */
export function makeUp({ item: from, content }: Sample, item: Item): string {
  const renamed = rename(content, from, item);
  const draw = draws(itemKey(item), content);
  const text = renamed.replaceAll(token, (found) =>
    /[a-f]/.test(found) || found.length === 16 ? draw.hex(found.length) : found,
  );
  const parsed = parse(text);
  return parsed === undefined ? text : `${JSON.stringify(jitter(parsed, draw.share), null, 2)}\n`;
}

function rename(content: string, from: Item, to: Item): string {
  const pairs = new Map<string, string>();
  from.forEach(({ key, value }, index) => {
    const other = to[index];
    if (other === undefined) return;
    pairs.set(key, other.key);
    for (const [name, text] of Object.entries(fieldsOf(value))) {
      const replacement = fieldsOf(other.value)[name];
      if (replacement !== undefined && text.length > 2) pairs.set(text, replacement);
    }
  });
  const names = [...pairs.keys()].filter((name) => name !== '').sort((a, b) => b.length - a.length);
  if (names.length === 0) return content;
  const pattern = new RegExp(names.map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
  return content.replaceAll(pattern, (name) => pairs.get(name) ?? name);
}

function fieldsOf(value: Json): Record<string, string> {
  if (typeof value === 'string') return { '': value };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function jitter(value: Json, share: () => number): Json {
  if (typeof value === 'number') {
    const moved = value * (0.9 + 0.2 * share());
    return Number.isInteger(value) ? Math.round(moved) : moved;
  }
  if (Array.isArray(value)) return value.map((inner) => jitter(inner, share));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, jitter(inner, share)]));
}

function draws(...names: string[]): { share: () => number; hex: (length: number) => string } {
  let count = 0;
  const next = () =>
    createHash('sha256')
      .update(JSON.stringify([...names, count++]))
      .digest();
  return {
    share: () => next().readUInt32BE(0) / 2 ** 32,
    hex: (length) => next().toString('hex').slice(0, length),
  };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
