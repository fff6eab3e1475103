import type { Leaderboard, LeaderboardEntry } from '@obey/schema';
import { dimensionName } from '../dimension-name.js';
import { escapeTerminal } from '../escape/escape-terminal.js';
import { formatCount, formatFigure, formatInterval, formatScore, formatShare } from '../format-number.js';
import { compactionCurves } from './compaction-curves.js';
import { type Paint, paint } from './paint.js';
import { type Cell, type Column, fit, textTable } from './text-table.js';

export interface TextOptions {
  /** Columns of the terminal; default 100. */
  readonly width?: number;
  /** Whether to mark with SGR sequences; default false. */
  readonly colour?: boolean;
}

const columns: readonly Column[] = [
  { head: 'candidate', drop: 0 },
  { head: 'score', right: true, drop: 0 },
  { head: '95 % interval', right: true, drop: 4 },
  { head: 'obedience', right: true, drop: 5 },
  { head: 'correct', right: true, drop: 6 },
  { head: 'strict', right: true, drop: 2 },
  { head: 'pass^k', right: true, drop: 7 },
  { head: 'n', right: true, drop: 3 },
  { head: 'weakest dimension', drop: 1 },
];

/** The leaderboard as lines for a terminal; every control byte in it is one of our own SGR sequences. */
export function renderLeaderboardText(leaderboard: Leaderboard, options: TextOptions = {}): string {
  const { width = 100, colour = false } = options;
  const { entries, level, tasks } = leaderboard;
  const marks = paint(colour);
  const [head = '', ...rows] = textTable(
    columns,
    entries.map((entry) => cells(entry, marks)),
    width,
  );
  const unscored = entries.reduce((sum, entry) => sum + entry.unscored, 0);
  const open = entries.some(({ isolation }) => isolation !== 'container');
  const foot = [
    `level ${level}, ${formatCount(Object.keys(tasks).length, 'task')}`,
    ...(open ? ['* isolation none'] : []),
    ...(unscored > 0 ? [`${formatCount(unscored, 'trial')} without a score`] : []),
  ];
  return `${[marks.bold(head), ...rows, marks.dim(fit(foot.join('; '), width)), ...compactionCurves(leaderboard, width)].join('\n')}\n`;
}

function cells(entry: LeaderboardEntry, marks: Paint): Cell[] {
  const { score, strictRate, weakest, dimensions, passK } = entry;
  const last = passK.at(-1);
  const figure = weakest === null ? undefined : dimensions[weakest];
  const quality = strictRate >= 1 ? marks.good : score >= 75 ? marks.warn : marks.bad;
  return [
    { text: escapeTerminal(entry.candidate) + (entry.isolation === 'container' ? '' : ' *') },
    { text: formatScore(score), paint: quality },
    { text: formatInterval(entry.interval) },
    { text: formatShare(entry.obedience) },
    { text: entry.correctness === null ? '–' : formatShare(entry.correctness) },
    { text: formatShare(strictRate) },
    { text: last === undefined ? '–' : `${formatShare(last)} (k ${passK.length})` },
    { text: String(entry.trials) },
    {
      text:
        weakest === null
          ? 'none'
          : `${dimensionName(weakest)}${figure === undefined ? '' : ` ${formatFigure(figure)}`}`,
      ...(weakest === null ? { paint: marks.dim } : {}),
    },
  ];
}
