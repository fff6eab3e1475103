import { type Comparison, dimensions, type Scorecard } from '@obey/schema';
import { clustersOf, type TrialsByTask } from './candidate-results.js';
import { clusterBootstrap, clusteredMean } from './cluster-bootstrap.js';
import { holmCorrection } from './holm.js';
import { signFlipTest } from './sign-flip-test.js';

export interface ComparedCandidate {
  readonly name: string;
  readonly trials: TrialsByTask;
}

type Measure = (scorecard: Scorecard) => number | undefined;

/**
 * Paired differences a − b over the tasks that both ran: for the score, and for each dimension that both have,
 * with Holm's correction over the dimensions. Empty when they share no task. `random` is uniform on [0, 1).
 */
export function compareCandidates(a: ComparedCandidate, b: ComparedCandidate, random: () => number): Comparison[] {
  const paired = (of: Comparison['of'], measure: Measure): Comparison[] => {
    const differences = pairedDifferences(a.trials, b.trials, measure);
    if (differences.length === 0) return [];
    const clusters = differences.map((value) => ({ values: [value], weight: 1 }));
    const [low, high] = clusterBootstrap(clusters, { random, bounds: [-100, 100] });
    return [
      {
        a: a.name,
        b: b.name,
        of,
        difference: rounded(clusteredMean(clusters)),
        interval: [rounded(low), rounded(high)],
        p: signFlipTest(differences, random),
        tasks: differences.length,
      },
    ];
  };
  const byDimension = dimensions.flatMap((dimension) =>
    paired(dimension, (card) => card.dimensions[dimension]?.earned),
  );
  const corrected = holmCorrection(byDimension.map((comparison) => comparison.p));
  return [
    ...paired('score', (card) => card.score),
    ...byDimension.map((comparison, index) => ({ ...comparison, p: corrected[index] ?? comparison.p })),
  ];
}

function pairedDifferences(a: TrialsByTask, b: TrialsByTask, measure: Measure): number[] {
  return [...a.keys()].flatMap((task) => {
    const left = taskMean(a, task, measure);
    const right = taskMean(b, task, measure);
    return left === undefined || right === undefined ? [] : [left - right];
  });
}

function taskMean(trials: TrialsByTask, task: string, measure: Measure): number | undefined {
  const results = trials.get(task);
  if (results === undefined) return undefined;
  const clusters = clustersOf(new Map([[task, results]]), new Map(), measure);
  return clusters.length === 0 ? undefined : clusteredMean(clusters);
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
