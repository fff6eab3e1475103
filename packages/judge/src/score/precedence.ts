import type { Dimension } from '@obey/schema';

/** Which dimension owns a deviation that shows in several; integrity comes before all of them. */
export const precedence: readonly Dimension[] = [
  'errorHandling',
  'conditionality',
  'completeness',
  'granularity',
  'aggregation',
  'parallelism',
  'ordering',
];

const ranks = new Map(precedence.map((dimension, rank) => [dimension, rank]));

/** Negative when `a` comes first. */
export function comparePrecedence(a: Dimension, b: Dimension): number {
  return (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0);
}
