import type { Comparison } from '@obey/schema';
import { dimensionName } from './dimension-name.js';
import { formatDifference, formatProbability } from './format-number.js';

/** Two candidates compared on the same tasks, in words and figures; names are untrusted. */
export interface PairComparison {
  readonly a: string;
  readonly b: string;
  /** a − b of the score, 0–100 scale. */
  readonly difference: string;
  readonly interval: string;
  readonly p: string;
  readonly tasks: number;
  /** Dimensions that differ at p < 0.05, after Holm’s correction: `parallelism −64.00`. */
  readonly dimensions: readonly string[];
}

const significant = 0.05;

/** One line a pair, in the order given; all figures of every dimension stand in leaderboard.json. */
export function pairComparisons(comparisons: readonly Comparison[]): PairComparison[] {
  const differing = new Map<string, string[]>();
  for (const { a, b, of, difference, p } of comparisons) {
    if (of === 'score' || p >= significant) continue;
    const key = JSON.stringify([a, b]);
    const named = differing.get(key) ?? [];
    named.push(`${dimensionName(of)} ${formatDifference(difference)}`);
    differing.set(key, named);
  }
  return comparisons
    .filter(({ of }) => of === 'score')
    .map(({ a, b, difference, interval, p, tasks }) => ({
      a,
      b,
      difference: formatDifference(difference),
      interval: `[${formatDifference(interval[0])}, ${formatDifference(interval[1])}]`,
      p: formatProbability(p),
      tasks,
      dimensions: differing.get(JSON.stringify([a, b])) ?? [],
    }));
}
