import { type Dimension, dimensions, type LeaderboardEntry, type Result, type Scorecard } from '@obey/schema';
import { clustersOf, groupByTask, type ScoredResult } from './candidate-results.js';
import { clusterBootstrap, clusteredMean } from './cluster-bootstrap.js';
import { compactionCurve } from './compaction-curve.js';
import { passPowers } from './pass-k.js';
import { wilsonInterval } from './wilson.js';

export interface EntryOptions {
  /** Weight of each task in the mean. */
  readonly weights: ReadonlyMap<string, number>;
  /** Uniform on [0, 1), for the intervals. */
  readonly random: () => number;
}

/** One line of a leaderboard from all trials of one candidate. A candidate without scored trials has `trials: 0`. */
export function leaderboardEntry(
  candidate: string,
  results: readonly Result[],
  options: EntryOptions,
): LeaderboardEntry {
  const trials = groupByTask(results);
  const scored = [...trials.values()].flat();
  const clusters = (measure: (card: Scorecard) => number | null | undefined) =>
    clustersOf(trials, options.weights, measure);
  const strict = scored.filter((result) => result.scorecard.strict === true).length;
  const interval = clusterBootstrap(
    clusters((card) => card.score),
    { random: options.random, bounds: [0, 100] },
  );
  const correctness = clusters((card) => card.correctness);
  const compactions = compactionCurve(trials, options);
  return {
    candidate,
    score: roundedDown(meanOr(clusters((card) => card.score))),
    interval: [roundedDown(interval[0]), roundedDown(interval[1])],
    obedience: rounded(meanOr(clusters((card) => card.obedience))),
    correctness: correctness.length === 0 ? null : rounded(clusteredMean(correctness)),
    strictRate: rounded(scored.length === 0 ? 0 : strict / scored.length),
    strictInterval: roundedPair(wilsonInterval(strict, scored.length)),
    passK: passPowers([...trials.values()].map(countPassed)).map(rounded),
    trials: scored.length,
    tasks: trials.size,
    unscored: results.length - scored.length,
    dimensions: Object.fromEntries(
      dimensions.flatMap((dimension) => {
        const earned = clusters((card) => card.dimensions[dimension]?.earned);
        return earned.length === 0 ? [] : [[dimension, roundedDown(clusteredMean(earned))]];
      }),
    ),
    weakest: weakestDimension(scored),
    isolation: isolationOf(results),
    ...(compactions === undefined ? {} : { compactions }),
  };
}

const countPassed = (results: readonly ScoredResult[]) => ({
  passed: results.filter((result) => result.scorecard.strict === true).length,
  trials: results.length,
});

/**
 * The dimension in which most was lost: by its own findings first, because a deviation in one dimension
 * leaves consequences in others; by what was earned only where nothing was found.
 */
function weakestDimension(scored: readonly ScoredResult[]): Dimension | null {
  const cards = scored.map((result) => result.scorecard);
  const found = (dimension: Dimension) =>
    cards
      .flatMap((card) => card.findings)
      .filter((finding) => finding.dimension === dimension)
      .reduce((sum, finding) => sum + finding.points, 0);
  const missed = (dimension: Dimension) =>
    cards.reduce((sum, card) => sum + 100 - (card.dimensions[dimension]?.earned ?? 100), 0);
  return greatest(found) ?? greatest(missed);
}

function greatest(loss: (dimension: Dimension) => number): Dimension | null {
  let worst: Dimension | null = null;
  let most = 0;
  for (const dimension of dimensions) {
    const lost = loss(dimension);
    if (lost > most) {
      most = lost;
      worst = dimension;
    }
  }
  return worst;
}

function isolationOf(results: readonly Result[]): LeaderboardEntry['isolation'] {
  const kinds = new Set(results.map((result) => result.record.isolation));
  if (kinds.size > 1) return 'mixed';
  return kinds.has('container') ? 'container' : 'none';
}

const meanOr = (clusters: Parameters<typeof clusteredMean>[0]): number =>
  clusters.length === 0 ? 0 : clusteredMean(clusters);

/** Scores are shown rounded down, so that 89.996 never reads as the 90 of a strict run. */
const roundedDown = (value: number): number => Math.floor(value * 100 + 1e-7) / 100;
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
const roundedPair = ([low, high]: readonly [number, number]): [number, number] => [rounded(low), rounded(high)];
