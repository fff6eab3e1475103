import type { LeaderboardEntry, Scorecard } from '@obey/schema';

/** One point of a curve of obedience against compactions; of a single trial it has no interval. */
export type CompactionPoint = NonNullable<LeaderboardEntry['compactions']>[number];

/** The curve of one trial; empty where the main agent's context was never compacted. */
export function trialPoints({ compactions }: Pick<Scorecard, 'compactions'>): CompactionPoint[] {
  if (compactions === undefined || compactions.events.length === 0) return [];
  return compactions.parts.map((part) => ({
    compactions: part.compactions,
    units: part.units,
    findings: part.findings.length,
    obedience: part.obedience,
    interval: null,
    trials: 1,
    tasks: 1,
  }));
}

/** The curve of a candidate over a run's trials; empty where none of them shows a compaction. */
export function candidatePoints({ compactions }: LeaderboardEntry): readonly CompactionPoint[] {
  return compactions ?? [];
}
