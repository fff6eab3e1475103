import type { RunStart } from '../results/results-event.js';
import { distinctCases, type RunResult } from '../results/run-result.js';
import { aggregateCases } from '../score/aggregate.js';
import { EliteResamples } from './elite-resamples.js';
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
 * Ranks runs of obey-1 within their segments (benchmark version, model, scorer, level, drift cycles, seed group). A run's
 * rank is one more than the number of runs that are better beyond doubt: the 95 % interval of the paired difference of elite scores, over the cases that
 * both ran, lies above 0. Runs between which no difference shows share a rank. Without two common cases there is no pair:
 * then their own intervals must not overlap. The same runs give the same leaderboard, in whatever
 * order they come.
 */
export function rankRuns(contenders: readonly Contender[], resamples?: number): LeaderboardRow[] {
  const drawn = new EliteResamples(resamples);
  const placed = contenders.map(({ run, owner, setting }): Placed => {
    const shown = aggregateCases(distinctCases(run.cases), 'obey-1');
    const elite_interval = mutable(drawn.interval({ run, tier: owner.tier }));
    return { run, owner, row: { ...leaderboardRow(run, owner, shown), ...settingOf(setting), elite_interval } };
  });
  const better = (a: Placed, b: Placed): boolean => {
    if (a.row.elite_score <= b.row.elite_score) return false;
    const interval = drawn.difference({ run: a.run, tier: a.owner.tier }, { run: b.run, tier: b.owner.tier });
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
const compareIds = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const mutable = (interval: readonly [number, number] | null): [number, number] | null =>
  interval === null ? null : [interval[0], interval[1]];
