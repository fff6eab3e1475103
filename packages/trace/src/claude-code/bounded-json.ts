import type { Json } from '@obey/schema';

const maxDepth = 200;

const isWithin = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isWithin(part, depth - 1));
};

/** A value out of `JSON.parse`, unless it is nested so deeply that writing it would overflow the stack. */
export const boundedJson = (value: unknown): Json =>
  value === undefined ? null : isWithin(value, maxDepth) ? (value as Json) : 'nested too deeply';
