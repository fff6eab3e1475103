import { byCodePoint } from '../json/json-text.js';
import { readTimestamp, timestampMicros } from '../results/timestamp.js';
import type { LeaderboardRow } from './leaderboard-row.js';

/** What makes two rows comparable; the tier is no part of it. Rows of the reference's scorers have no more than the first five. */
export const segmentOf = (row: LeaderboardRow): readonly string[] => [
  row.benchmark_version,
  row.target_provider,
  row.target_model,
  row.endpoint_kind ?? 'default',
  row.scorer_version,
  row.difficulty ?? '',
  String(row.drift_cycles ?? ''),
  row.seed_group ?? '',
];

/**
 * Ranks rows within their segments, from 1, as the reference does: elite score, then drift, then constraints (the higher
 * first), then contradictions and the moment of publication (the lower first), then as given. Rows of another kind than
 * submissions come after them, without rank.
 */
export function rankRows(rows: readonly LeaderboardRow[]): LeaderboardRow[] {
  const ranked = rows.filter(isSubmission).sort(byPlace);
  const others = rows.filter((row) => !isSubmission(row)).sort(byPlace);
  let rank = 0;
  const numbered = ranked.map((row, index) => {
    const before = ranked[index - 1];
    rank = before !== undefined && compareSegments(before, row) === 0 ? rank + 1 : 1;
    return { ...row, rank };
  });
  return [...numbered, ...others.map((row) => ({ ...row, rank: null }))];
}

export const isSubmission = (row: LeaderboardRow): boolean => (row.row_kind ?? 'submission') === 'submission';

/** By segment, then by what ranks rows within it. */
export const byPlace = (a: LeaderboardRow, b: LeaderboardRow): number =>
  compareSegments(a, b) ||
  b.elite_score - a.elite_score ||
  b.drift_resistance - a.drift_resistance ||
  b.constraint_retention - a.constraint_retention ||
  a.contradiction_rate - b.contradiction_rate ||
  compareMoments(a.published_at, b.published_at);

function compareSegments(a: LeaderboardRow, b: LeaderboardRow): number {
  const [left, right] = [segmentOf(a), segmentOf(b)];
  for (const [index, part] of left.entries()) {
    const order = byCodePoint(part, right[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function compareMoments(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => timestampMicros(readTimestamp(text) ?? '1970-01-01T00:00:00Z'));
  return Number((left ?? 0n) - (right ?? 0n));
}
