import { deriveSeed } from '../generate/derive-seed.js';
import type { Aggregate } from '../model/scorecard.js';
import type { RunStart } from '../results/results-event.js';
import { distinctCases, type RunResult } from '../results/run-result.js';
import { aggregateCases } from '../score/aggregate.js';
import { bootstrapInterval, pairedInterval } from './case-bootstrap.js';
import { eliteScore } from './elite-score.js';
import { type LeaderboardRow, leaderboardRow, type RowOwner } from './leaderboard-row.js';
import { byPlace, isSubmission, segmentOf } from './rank-rows.js';

/** A run and whose it is. */
export interface Contender {
  readonly run: RunResult;
  readonly owner: RowOwner;
  /** What the run's cases were drawn with; runs that differ in it are not compared. */
  readonly setting?: Pick<RunStart, 'difficulty' | 'drift_cycles' | 'seed_group'>;
}

interface Placed extends Contender {
  readonly row: LeaderboardRow;
}

/**
 * Ranks runs of obey-1 within their segments (benchmark version, model, scorer, level, drift cycles, seed group). A run's rank is one more than the number
 * of runs that are better beyond doubt: the 95 % interval of the paired difference of elite scores, over the cases that
 * both ran, lies above 0. Runs between which no difference shows share a rank. Without two common cases there is no pair:
 * then their own intervals must not overlap. The same runs give the same leaderboard, in whatever
 * order they come.
 */
export function rankRuns(contenders: readonly Contender[], resamples?: number): LeaderboardRow[] {
  const options = (...names: string[]) => ({
    seed: seedOf(names),
    ...(resamples === undefined ? {} : { resamples }),
  });
  const placed = contenders.map(({ run, owner, setting }): Placed => {
    const cases = distinctCases(run.cases);
    const elite_interval = bootstrapInterval(cases, eliteOf(owner), options('elite', ...nameOf(run, owner)));
    const shown = aggregateCases(cases, 'obey-1');
    const row = {
      ...leaderboardRow(run, owner, shown),
      ...settingOf(setting),
      elite_interval: mutable(elite_interval),
    };
    return { run, owner, row };
  });
  const better = (a: Placed, b: Placed): boolean => {
    if (a.row.elite_score <= b.row.elite_score) return false;
    const interval = pairedInterval(distinctCases(a.run.cases), distinctCases(b.run.cases), {
      ...options('pair', ...pairName(a, b)),
      statistics: [eliteOf(a.owner), eliteOf(b.owner)],
    });
    if (interval !== null) return interval[0] > 0;
    const [own, other] = [a.row.elite_interval ?? null, b.row.elite_interval ?? null];
    return own !== null && other !== null && own[0] > other[1];
  };
  return [...segments(placed).values()].flatMap((segment) => rankSegment(segment, better));
}

function rankSegment(segment: readonly Placed[], better: (a: Placed, b: Placed) => boolean): LeaderboardRow[] {
  const contending = segment.filter(({ row }) => isSubmission(row));
  const ranks = contending.map((one) => 1 + contending.filter((other) => other !== one && better(other, one)).length);
  const ranked = contending.map(({ row }, index) => {
    const rank = ranks[index] ?? 1;
    return { ...row, rank, tied: ranks.filter((other) => other === rank).length > 1 };
  });
  const others = segment.filter(({ row }) => !isSubmission(row)).map(({ row }) => row);
  return [...ranked.sort((a, b) => a.rank - b.rank || byPlace(a, b)), ...others];
}

function segments(placed: readonly Placed[]): Map<string, Placed[]> {
  const sorted = [...placed].sort((a, b) => byPlace(a.row, b.row) || compareIds(a.run.run_id, b.run.run_id));
  const groups = new Map<string, Placed[]>();
  for (const one of sorted) {
    const key = JSON.stringify(segmentOf(one.row));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
}

const settingOf = (setting: Contender['setting']): Partial<LeaderboardRow> =>
  setting === undefined
    ? {}
    : { difficulty: setting.difficulty, drift_cycles: setting.drift_cycles, seed_group: setting.seed_group };
const nameOf = (run: RunResult, { handle }: RowOwner): string[] => [
  handle,
  run.method_name,
  run.method_version,
  run.run_id,
];
const eliteOf =
  ({ tier }: RowOwner) =>
  (aggregate: Aggregate): number =>
    eliteScore(aggregate, tier);
const pairName = (a: Placed, b: Placed): string[] => [...nameOf(a.run, a.owner), ...nameOf(b.run, b.owner)];
const compareIds = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const mutable = (interval: readonly [number, number] | null): [number, number] | null =>
  interval === null ? null : [interval[0], interval[1]];

/** A seed that hangs on names alone: another run on the leaderboard never moves an interval. */
const seedOf = (names: readonly string[]): bigint => deriveSeed(0n, JSON.stringify(names));
