import { jsonFloat, pythonFloat } from '../json/number-text.js';
import type { CaseValue } from './case-value.js';
import { isFloat } from './float-marks.js';
import { Timestamp } from './timestamp.js';

export interface JsonStyle {
  /** Two blanks a level, `": "`, one member a line; else no blank at all. */
  readonly indented: boolean;
  /** Everything from U+0080 on as `\uxxxx`, in lower case; U+007F stays. */
  readonly ascii: boolean;
  /** How floats are spelled: as in files (`1e-7`), or as Python prints them (`1e-07`). */
  readonly floats: 'short' | 'python';
}

/** Writes JSON with keys in their order, integers of any size bare, and empty containers as `[]` and `{}`. No final line end. */
export function writeJson(value: CaseValue, style: JsonStyle): string {
  const float = style.floats === 'short' ? jsonFloat : pythonFloat;
  const text = style.ascii ? asciiText : JSON.stringify;
  const colon = style.indented ? ': ' : ':';

  function write(current: CaseValue, asFloat: boolean, margin: string): string {
    if (current === null) return 'null';
    if (typeof current === 'string') return text(current);
    if (typeof current === 'number')
      return !Number.isFinite(current) ? 'null' : asFloat ? float(current) : String(current);
    if (typeof current !== 'object') return String(current);
    if (current instanceof Timestamp) return text(current.iso);
    const inner = `${margin}  `;
    const members: string[] = [];
    if (isMap(current)) {
      for (const [key, member] of current) {
        members.push(`${text(key)}${colon}${write(member, floats(current, key, member), inner)}`);
      }
      return wrap('{', members, '}', margin, inner);
    }
    for (const [index, member] of current.entries()) members.push(write(member, floats(current, index, member), inner));
    return wrap('[', members, ']', margin, inner);
  }

  function wrap(open: string, members: readonly string[], close: string, margin: string, inner: string): string {
    if (members.length === 0) return open + close;
    if (!style.indented) return open + members.join(',') + close;
    return `${open}\n${inner}${members.join(`,\n${inner}`)}\n${margin}${close}`;
  }

  return write(value, typeof value === 'number' && !Number.isInteger(value), '');
}

function floats(container: readonly unknown[] | ReadonlyMap<string, unknown>, key: string | number, member: CaseValue) {
  return typeof member === 'number' && isFloat(container, key, member);
}

function isMap(value: readonly CaseValue[] | ReadonlyMap<string, CaseValue>): value is ReadonlyMap<string, CaseValue> {
  return value instanceof Map;
}

function asciiText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
