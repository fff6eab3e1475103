import type { Timestamp } from '../case/timestamp.js';
import { readTimestamp } from './yaml-timestamp.js';

export type ScalarValue = null | boolean | number | bigint | string | Timestamp;

/** What a scalar stands for; `float` tells 1.0 from 1. */
export interface Scalar {
  readonly value: ScalarValue;
  readonly float: boolean;
}

const integer = /^[-+]?(?:0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9_]+(?:[eE][-+][0-9]+)?)$/;
const signedUnderscored = /^[-+]_[0-9_]*$/;
const infinity = /^[-+]?\.(?:inf|Inf|INF)$/;
const notANumber = /^\.(?:nan|NaN|NAN)$/;
const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);

/**
 * Reads an unquoted scalar by the rules of YAML 1.2's core schema, with `0b`, underscores in numbers and dates beside it:
 * `yes` and `no` are text, `010` is ten, `1.0` and `1e1` are floats.
 *
 * @returns undefined for what looks like a number or a date and is none (`2024-02-30`)
 */
export function readPlainScalar(text: string): Scalar | undefined {
  const word = words.get(text);
  if (word !== undefined) return exact(word);
  if (integer.test(text) || signedUnderscored.test(text)) return readInteger(text);
  if (float.test(text) || infinity.test(text) || notANumber.test(text)) return readFloat(text);
  const timestamp = readTimestamp(text);
  if (timestamp === null) return undefined;
  return exact(timestamp ?? text);
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', 'on'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', 'off'].map((word) => [word, false] as const),
]);

/**
 * Reads a scalar that says its type (`!!int "3"`), `tag` without its handle.
 *
 * @returns undefined for an unknown type, or for a text that is not of it
 */
export function readTaggedScalar(tag: string, text: string): Scalar | undefined {
  switch (tag) {
    case 'str':
      return exact(text);
    case 'null':
      return exact(null);
    case 'bool': {
      const value = booleans.get(text.toLowerCase());
      return value === undefined ? undefined : exact(value);
    }
    case 'int':
      return integer.test(text) ? readInteger(text) : undefined;
    case 'float':
      return integer.test(text) || float.test(text) || infinity.test(text) || notANumber.test(text)
        ? readFloat(text)
        : undefined;
    case 'timestamp': {
      const value = readTimestamp(text);
      return value ? exact(value) : undefined;
    }
    default:
      return undefined;
  }
}

function readInteger(text: string): Scalar | undefined {
  const digits = text.replace(/_/g, '').replace(/^[-+]/, '');
  if (/^(?:0[box])?$/.test(digits)) return undefined;
  const size = BigInt(/^0[box]/.test(digits) ? digits : digits.replace(/^0+(?=.)/, ''));
  const value = text.startsWith('-') ? -size : size;
  const small = Number(value);
  return exact(Number.isSafeInteger(small) ? small : value);
}

function readFloat(text: string): Scalar | undefined {
  if (notANumber.test(text)) return { value: Number.NaN, float: true };
  if (infinity.test(text)) return { value: text.startsWith('-') ? -Infinity : Infinity, float: true };
  const digits = text.replace(/_/g, '');
  const value = /[0-9]/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isNaN(value) ? undefined : { value, float: true };
}

function exact(value: ScalarValue): Scalar {
  return { value, float: false };
}
