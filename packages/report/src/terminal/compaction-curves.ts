import type { Leaderboard } from '@obey/schema';
import { candidatePoints } from '../document/compaction-points.js';
import { escapeTerminal } from '../escape/escape-terminal.js';
import { formatShare } from '../format-number.js';
import { fit, textTable } from './text-table.js';

const columns = [
  { head: 'candidate', drop: 0 },
  { head: 'after n', right: true, drop: 0 },
  { head: 'obedience', right: true, drop: 0 },
  { head: '95 % interval', right: true, drop: 2 },
  { head: 'n', right: true, drop: 3 },
  { head: 'findings', right: true, drop: 1 },
];

/** Obedience against compactions of each candidate whose trials show any; nothing where none does. */
export function compactionCurves({ entries }: Leaderboard, width: number): string[] {
  const rows = entries.flatMap((entry) =>
    candidatePoints(entry).map((point) => [
      { text: escapeTerminal(entry.candidate) },
      { text: String(point.compactions) },
      { text: point.obedience === null ? '–' : formatShare(point.obedience) },
      { text: point.interval === null ? '–' : `[${point.interval.map(formatShare).join(', ')}]` },
      { text: String(point.trials) },
      { text: String(point.findings) },
    ]),
  );
  return rows.length === 0 ? [] : ['', fit('obedience after n compactions', width), ...textTable(columns, rows, width)];
}
