import type { LeaderboardEntry, Scorecard } from '@obey/schema';
import { clustersOf, type TrialsByTask } from './candidate-results.js';
import { clusterBootstrap, clusteredMean } from './cluster-bootstrap.js';

type Curve = NonNullable<LeaderboardEntry['compactions']>;

export interface CompactionCurveOptions {
  /** Weight of each task in the mean. */
  readonly weights: ReadonlyMap<string, number>;
  /** Uniform on [0, 1), for the intervals. */
  readonly random: () => number;
}

/**
 * Obedience against the number of compactions that lay before, over the trials that show one: means over tasks, with 95 %
 * intervals from a bootstrap clustered by task. Undefined where no trial shows any.
 */
export function compactionCurve(trials: TrialsByTask, { weights, random }: CompactionCurveOptions): Curve | undefined {
  const cards = [...trials.values()].flat().map(({ scorecard }) => scorecard);
  const most = Math.max(0, ...cards.map(countOf));
  if (most === 0) return undefined;
  return Array.from({ length: most + 1 }, (_, compactions) => {
    const parts = cards.flatMap((card) => partOf(card, compactions) ?? []);
    const clusters = clustersOf(trials, weights, (card) => partOf(card, compactions)?.obedience);
    const [low, high] = clusterBootstrap(clusters, { random, bounds: [0, 1] });
    return {
      compactions,
      obedience: clusters.length === 0 ? null : rounded(clusteredMean(clusters)),
      interval: clusters.length === 0 ? null : [rounded(low), rounded(high)],
      trials: clusters.reduce((sum, { values }) => sum + values.length, 0),
      tasks: clusters.length,
      units: parts.reduce((sum, part) => sum + part.units, 0),
      findings: parts.reduce((sum, part) => sum + part.findings.length, 0),
    };
  });
}

const countOf = ({ compactions }: Scorecard): number => compactions?.events.length ?? 0;

/** A trial without a compaction says nothing of what one does. */
const partOf = (card: Scorecard, compactions: number) =>
  countOf(card) === 0 ? undefined : card.compactions?.parts[compactions];

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
