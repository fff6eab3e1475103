import type { JsonValue } from '../json/json-value.js';
import type { CaseValue } from './case-value.js';
import { markFloat } from './float-marks.js';

/** What JSON says as a value of a case: integers become plain numbers where they fit, and whole floats are marked. */
export function fromJson(value: JsonValue): CaseValue {
  if (typeof value === 'bigint') {
    const small = Number(value);
    return Number.isSafeInteger(small) ? small : value;
  }
  if (value instanceof Map) {
    const map = new Map<string, CaseValue>();
    for (const [key, member] of value) {
      map.set(key, fromJson(member));
      if (typeof member === 'number') markFloat(map, key);
    }
    return map;
  }
  if (!Array.isArray(value)) return value as CaseValue;
  const list = value.map(fromJson);
  for (const [index, member] of value.entries()) if (typeof member === 'number') markFloat(list, index);
  return list;
}
