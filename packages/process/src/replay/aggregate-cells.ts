import type { Aggregate } from '../ast.js';
import type { AggregateInput } from './aggregate-inputs.js';

export interface Cells {
  readonly expected: unknown;
  readonly total: number;
  /** Names of the cells that do not hold what the inputs give. */
  readonly wrong: readonly string[];
}

type Expect = (inputs: readonly AggregateInput[]) => Promise<unknown>;

/** A value cell by cell: the fields of an object, or the value itself. */
export function cellsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined) return {};
  if (value === null || typeof value !== 'object') return { value };
  return value as Readonly<Record<string, unknown>>;
}

/** Compares an output with what the inputs give, any of several tied modes accepted. */
export async function rightCells(
  seen: unknown,
  expect: Expect,
  inputs: readonly AggregateInput[],
  aggregate: Aggregate,
): Promise<Cells> {
  const expected = await expect(inputs);
  let wrong = differing(expected, seen, aggregate.tolerance);
  if (wrong.length > 0 && aggregate.expect.source.includes('$mode')) {
    for (let i = 1; i < Math.min(inputs.length, 200) && wrong.length > 0; i += 1) {
      const turned = [...inputs.slice(i), ...inputs.slice(0, i)];
      const also = new Set(differing(await expect(turned), seen, aggregate.tolerance));
      wrong = wrong.filter((name) => also.has(name));
    }
  }
  return { expected, total: Object.keys(cellsOf(expected)).length, wrong };
}

/**
 * Whether an output equals, in every cell, the aggregate of a proper subset of its inputs: one or two left out, or only
 * the first few, which is how agents leave things out; any of them where they are few and chance is no explanation.
 */
export async function isSubsetResult(
  seen: unknown,
  expect: Expect,
  inputs: readonly AggregateInput[],
  aggregate: Aggregate,
): Promise<boolean> {
  const fits = async (subset: readonly AggregateInput[]): Promise<boolean> => {
    if (subset.length === 0) return false;
    const expected = await expect(subset);
    return Object.keys(cellsOf(expected)).length > 0 && differing(expected, seen, aggregate.tolerance).length === 0;
  };
  const whole = await expect(inputs);
  const counting: AggregateInput[] = [];
  for (const input of inputs.slice(0, 400)) {
    const rest = inputs.filter((other) => other !== input);
    if (await fits(rest)) return true;
    if (differing(whole, await expect(rest), 0).length > 0) counting.push(input);
  }
  const few = counting.slice(0, 24);
  for (const [i, a] of few.entries()) {
    for (const b of few.slice(i + 1)) if (await fits(inputs.filter((input) => input !== a && input !== b))) return true;
  }
  for (let size = 1; size < counting.length; size += 1) {
    const first = new Set(counting.slice(0, size));
    if (await fits(inputs.filter((input) => first.has(input) || !counting.includes(input)))) return true;
  }
  return counting.length <= exhaustible && (await isTellingSubset(seen, expect, inputs, counting, aggregate));
}

/** Up to so many inputs that matter every subset of them is tried: 4,094 of twelve. */
const exhaustible = 12;
/** Share of a range that so many results may cover before one of them fits by chance. */
const chance = 0.01;

/** Whether any subset at all fits, in a number that so many subsets would hardly meet by chance. */
async function isTellingSubset(
  seen: unknown,
  expect: Expect,
  inputs: readonly AggregateInput[],
  counting: readonly AggregateInput[],
  { tolerance }: Aggregate,
): Promise<boolean> {
  const [wrong = ''] = differing(await expect(inputs), seen, tolerance);
  const subsets = 2 ** counting.length - 2;
  let fits = false;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let mask = 1; mask <= subsets; mask += 1) {
    const out = new Set(counting.filter((_, bit) => (mask & (1 << bit)) !== 0));
    const expected = await expect(inputs.filter((input) => !out.has(input)));
    fits ||= expected !== undefined && differing(expected, seen, tolerance).length === 0;
    const value = cellsOf(expected)[wrong];
    if (typeof value !== 'number') continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return fits && subsets * 2 * Math.max(tolerance, 0.5) < chance * (high - low);
}

function differing(expected: unknown, seen: unknown, tolerance: number): string[] {
  const found = cellsOf(seen);
  const mixed = (expected !== null && typeof expected === 'object') !== (seen !== null && typeof seen === 'object');
  return Object.entries(cellsOf(expected))
    .filter(([name, value]) => mixed || !isClose(value, found[name], tolerance))
    .map(([name]) => name);
}

/** Equal, numbers within an absolute, inclusive tolerance (and the last bit of a sum). */
function isClose(a: unknown, b: unknown, tolerance: number): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= tolerance + 1e-9 * Math.max(1, Math.abs(a));
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const keys = Object.keys(a);
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => isClose(Reflect.get(a, key), Reflect.get(b, key), tolerance));
}
