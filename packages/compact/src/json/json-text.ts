import { isJsonObject, type JsonValue } from './json-value.js';
import { jsonFloat, pythonFloat } from './number-text.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
const special = /["\\\u0000-\u001f]/g;
const beyondAscii = /[\u0080-\uffff]/g;
const short = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const hex = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const quoted = (text: string): string => `"${text.replace(special, (unit) => short.get(unit) ?? hex(unit))}"`;

/** One line without blanks, as `results.jsonl` has it: text beyond ASCII as it is, doubles as `jsonFloat` spells them. */
export function compactJson(value: JsonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return jsonFloat(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (!isJsonObject(value)) return `[${value.map(compactJson).join(',')}]`;
  return `{${[...value].map(([key, inner]) => `${quoted(key)}:${compactJson(inner)}`).join(',')}}`;
}

/** Two blanks of indent, keys sorted by code point, ASCII only and a final line feed, as `json.dumps` writes leaderboards. */
export function sortedJson(value: JsonValue): string {
  return `${indented(value, '')}\n`;
}

function indented(value: JsonValue, indent: string): string {
  if (typeof value === 'string') return ascii(value);
  if (typeof value === 'number') return pythonFloat(value);
  if (Array.isArray(value)) return block('[', ']', indent, (inner) => value.map((item) => indented(item, inner)));
  if (!isJsonObject(value as JsonValue)) return compactJson(value);
  const entries = [...(value as ReadonlyMap<string, JsonValue>)].sort(([a], [b]) => byCodePoint(a, b));
  return block('{', '}', indent, (inner) => entries.map(([key, item]) => `${ascii(key)}: ${indented(item, inner)}`));
}

function block(open: string, close: string, indent: string, lines: (inner: string) => readonly string[]): string {
  const inner = `${indent}  `;
  const written = lines(inner);
  return written.length === 0
    ? `${open}${close}`
    : `${open}\n${inner}${written.join(`,\n${inner}`)}\n${indent}${close}`;
}

const ascii = (text: string): string => quoted(text).replace(beyondAscii, hex);

/** Orders by code points, where `<` would order by UTF-16 units. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [a[Symbol.iterator](), b[Symbol.iterator]()];
  for (;;) {
    const one = left.next();
    const other = right.next();
    if (one.done || other.done) return Number(other.done ?? false) - Number(one.done ?? false);
    const difference = (one.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
}
