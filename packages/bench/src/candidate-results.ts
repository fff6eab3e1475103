import type { Result, Scorecard } from '@obey/schema';
import type { Cluster } from './cluster-bootstrap.js';

/** A trial that was scored: infrastructure errors and voided trials are reported apart, never as 0. */
export type ScoredResult = Result & { readonly scorecard: Scorecard };

/** Scored trials by task. */
export type TrialsByTask = ReadonlyMap<string, readonly ScoredResult[]>;

/** Tells whether a trial counts in means: it has a scorecard, and nothing of ours was at fault. */
export function isScored(result: Result): result is ScoredResult {
  const { status } = result.record;
  return result.scorecard !== null && status !== 'infrastructure-error' && status !== 'void';
}

/** Groups the scored trials by task. */
export function groupByTask(results: readonly Result[]): TrialsByTask {
  const groups = new Map<string, ScoredResult[]>();
  for (const result of results) {
    if (!isScored(result)) continue;
    const group = groups.get(result.task);
    if (group === undefined) groups.set(result.task, [result]);
    else group.push(result);
  }
  return groups;
}

/** One cluster per task of what `measure` reads off a trial; tasks where it reads nothing are left out. */
export function clustersOf(
  trials: TrialsByTask,
  weights: ReadonlyMap<string, number>,
  measure: (scorecard: Scorecard) => number | null | undefined,
): Cluster[] {
  return [...trials].flatMap(([task, results]) => {
    const values = results.map((result) => measure(result.scorecard)).filter((value) => typeof value === 'number');
    return values.length === 0 ? [] : [{ values, weight: weights.get(task) ?? 1 }];
  });
}
