import { isJsonObject, type JsonValue } from './json-value.js';
import { pythonFloat } from './number-text.js';

/** The name that Python has for a JSON value's type; the reference's warnings use it. */
export function pythonType(value: JsonValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'float';
  return isJsonObject(value) ? 'dict' : 'list';
}

const named = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** A JSON value as Python's `repr` shows it: `'a'`, `1.0`, `None`, `['x']`, `{'a': True}`. */
export function pythonRepr(value: JsonValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonFloat(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return stringRepr(value);
  if (!isJsonObject(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  return `{${[...value].map(([key, inner]) => `${stringRepr(key)}: ${pythonRepr(inner)}`).join(', ')}}`;
}

function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let shown = '';
  for (const point of text) shown += point === quote ? `\\${quote}` : (named.get(point) ?? pointRepr(point));
  return `${quote}${shown}${quote}`;
}

/** What Python does not print: other characters, and separators but the blank. */
const unprintable = /^[\p{C}\p{Z}]$/u;

function pointRepr(point: string): string {
  if (point === ' ' || !unprintable.test(point)) return point;
  const code = point.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}
