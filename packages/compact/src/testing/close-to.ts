import { expect } from 'vitest';

/** The same value, in which every number may differ by its 10^-12th part. */
export function closeTo(value: unknown): unknown {
  if (typeof value === 'number') {
    if (Number.isInteger(value)) return expect.closeTo(value, 11);
    return expect.closeTo(value, 11 - Math.floor(Math.log10(Math.abs(value))));
  }
  if (Array.isArray(value)) return value.map(closeTo);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closeTo(inner)]));
}
