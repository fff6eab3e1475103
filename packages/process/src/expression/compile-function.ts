import type { Evaluate } from './evaluate.js';
import { EvaluationError } from './evaluation-error.js';
import { medianOf, modeOf } from './statistics.js';
import { collapse, createSequence, fieldOf, isDeepEqual, isSequence, toBoolean, toText } from './values.js';

type Unary = (argument: unknown) => unknown;

/** The closure of a call to a function that is compiled; undefined leaves the call to JSONata. */
export function compileFunction(name: string, parameters: readonly Evaluate[]): Evaluate | undefined {
  const [first, second] = parameters;
  if (first === undefined) return undefined;
  if (parameters.length === 1) {
    const apply = unary[name];
    return apply === undefined ? undefined : (input, scope) => apply(first(input, scope));
  }
  if (parameters.length !== 2 || second === undefined) return undefined;
  const apply = binary[name];
  return apply === undefined ? undefined : (input, scope) => apply(first(input, scope), second(input, scope));
}

const unary: Readonly<Record<string, Unary>> = Object.assign(Object.create(null), {
  abs: numeric('abs', Math.abs),
  floor: numeric('floor', Math.floor),
  ceil: numeric('ceil', Math.ceil),
  round: numeric('round', (value) => round(value, 0)),
  sum: overNumbers('sum', total),
  average: overNumbers('average', (list) => (list.length === 0 ? undefined : total(list) / list.length)),
  min: overNumbers('min', (list) => (list.length === 0 ? undefined : list.reduce((a, b) => Math.min(a, b)))),
  max: overNumbers('max', (list) => (list.length === 0 ? undefined : list.reduce((a, b) => Math.max(a, b)))),
  count: (value: unknown) => (value === undefined ? 0 : Array.isArray(value) ? value.length : 1),
  exists: (value: unknown) => value !== undefined,
  boolean: toBoolean,
  not: (value: unknown) => (value === undefined ? undefined : toBoolean(value) !== true),
  string: toText,
  number: toNumber,
  length: textual('length', (value) => [...value].length),
  lowercase: textual('lowercase', (value) => value.toLowerCase()),
  uppercase: textual('uppercase', (value) => value.toUpperCase()),
  distinct: (value: unknown) => collapse(distinct(value)),
  median: medianOf,
  mode: modeOf,
});

const binary: Readonly<Record<string, (first: unknown, second: unknown) => unknown>> = Object.assign(
  Object.create(null),
  {
    round: (value: unknown, precision: unknown) => {
      requireNumber('round', value);
      requireNumber('round', precision);
      return value === undefined ? undefined : round(value, precision ?? 0);
    },
    lookup: (value: unknown, key: unknown) => {
      if (key !== undefined && typeof key !== 'string') throw new EvaluationError('T0410', key, 'lookup');
      return fieldOf(value, String(key));
    },
    contains: (value: unknown, part: unknown) => {
      requireText('contains', value);
      requireText('contains', part);
      return value === undefined || part === undefined ? undefined : value.includes(part);
    },
  },
);

function numeric(name: string, compute: (value: number) => number): Unary {
  return (value) => {
    requireNumber(name, value);
    return value === undefined ? undefined : compute(value);
  };
}

function textual(name: string, compute: (value: string) => unknown): Unary {
  return (value) => {
    requireText(name, value);
    return value === undefined ? undefined : compute(value);
  };
}

function overNumbers(name: string, compute: (list: readonly number[]) => number | undefined): Unary {
  return (value) => {
    if (value === undefined) return undefined;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const element of list) if (typeof element !== 'number') throw new EvaluationError('T0412', value, name);
    return compute(list as readonly number[]);
  };
}

function requireNumber(name: string, value: unknown): asserts value is number | undefined {
  if (value !== undefined && typeof value !== 'number') throw new EvaluationError('T0410', value, name);
}

function requireText(name: string, value: unknown): asserts value is string | undefined {
  if (value !== undefined && typeof value !== 'string') throw new EvaluationError('T0410', value, name);
}

function total(list: readonly number[]): number {
  let sum = 0;
  for (const value of list) sum += value;
  return sum;
}

/** Half to even, at a decimal place; the place is shifted in text, where no error creeps in. */
function round(value: number, precision: number): number {
  const shifted = precision === 0 ? value : shift(value, precision);
  let result = Math.round(shifted);
  if (Math.abs(result - shifted) === 0.5 && Math.abs(result % 2) === 1) result -= 1;
  if (precision !== 0) result = shift(result, -precision);
  return Object.is(result, -0) ? 0 : result;
}

function shift(value: number, places: number): number {
  const [digits, exponent] = value.toString().split('e');
  return Number(`${digits}e${exponent === undefined ? places : Number(exponent) + places}`);
}

function toNumber(value: unknown): number | undefined {
  if (value === undefined || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') throw new EvaluationError('T0410', value, 'number');
  const decimal = /^-?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?$/.test(value) && Number.isFinite(Number(value));
  // The second pattern is JSONata's own, alternatives unanchored as there.
  if (decimal || /^(0[xX][0-9A-Fa-f]+)|(0[oO][0-7]+)|(0[bB][0-1]+)$/.test(value)) return Number(value);
  throw new EvaluationError('D3030', value, 'number');
}

function distinct(value: unknown): unknown {
  if (!Array.isArray(value) || value.length <= 1) return value;
  const results: unknown[] = isSequence(value) ? createSequence() : [];
  const scalars = new Set<unknown>();
  for (const element of value) {
    if (typeof element === 'object' && element !== null) {
      if (!results.some((known) => isDeepEqual(element, known))) results.push(element);
    } else if (Number.isNaN(element) || !scalars.has(element)) {
      scalars.add(element);
      results.push(element);
    }
  }
  return results;
}
