import type { Leaderboard, LeaderboardEntry } from '@obey/schema';
import { dimensionName } from '../dimension-name.js';
import { escapeMarkdown, markdownCode } from '../escape/escape-markdown.js';
import { formatCount, formatFigure, formatInterval, formatScore, formatShare } from '../format-number.js';
import { type PairComparison, pairComparisons } from '../pair-comparisons.js';
import { table } from './table.js';

/** The leaderboard and, below it, the paired comparisons. */
export function leaderboardLines({ entries, comparisons, level, tasks, runs }: Leaderboard): string[] {
  const versions = Object.keys(tasks)
    .sort()
    .map((task) => escapeMarkdown(`${task} ${tasks[task] ?? ''}`));
  const open = entries.some(({ isolation }) => isolation !== 'container');
  return [
    '## Leaderboard',
    '',
    `${runs.map(markdownCode).join(', ')}; level ${level}; ${versions.join(', ')}. Intervals are 95 %.`,
    '',
    ...table(
      [
        '#',
        'Candidate',
        'Score',
        'Interval',
        'Obedience',
        'Correctness',
        'Strict rate',
        'pass^k',
        'n',
        'Weakest dimension',
      ],
      ':-::::::--',
      entries.map(row),
    ),
    '',
    ...(open
      ? ['† isolation none: nothing but a directory and a process group of its own held this candidate.', '']
      : []),
    ...pairLines(pairComparisons(comparisons)),
  ];
}

function pairLines(pairs: readonly PairComparison[]): string[] {
  if (pairs.length === 0) return [];
  const rows = pairs.map(({ a, b, difference, interval, p, tasks, dimensions }) => [
    markdownCode(a),
    markdownCode(b),
    difference,
    bracket(interval),
    p.replace('<', '\\<'),
    String(tasks),
    dimensions.length === 0 ? '–' : dimensions.join(', '),
  ]);
  return [
    '### Pairs compared on the same tasks',
    '',
    'a − b of the score. Dimensions are named where they differ at p \\< 0.05 after Holm’s correction over the seven.',
    '',
    ...table(['a', 'b', 'a − b', 'Interval', 'p', 'Tasks', 'Dimensions that differ'], '--::::-', rows),
    '',
  ];
}

const bracket = (text: string): string => text.replace(/[[\]]/g, '\\$&');

function row(entry: LeaderboardEntry, index: number): string[] {
  const { candidate, isolation, score, interval, obedience, correctness, strictRate, strictInterval, passK } = entry;
  const figure = entry.weakest === null ? undefined : entry.dimensions[entry.weakest];
  return [
    String(index + 1),
    `${markdownCode(candidate)}${isolation === 'container' ? '' : ' †'}`,
    formatScore(score),
    bracket(formatInterval(interval)),
    formatShare(obedience),
    correctness === null ? 'not checked' : formatShare(correctness),
    `${formatShare(strictRate)} ${bracket(`[${formatShare(strictInterval[0])}, ${formatShare(strictInterval[1])}]`)}`,
    passK.length === 0 ? '–' : passK.map((share) => formatShare(share)).join(', '),
    `${formatCount(entry.trials, 'trial')}, ${formatCount(entry.tasks, 'task')}${entry.unscored > 0 ? `, ${entry.unscored} unscored` : ''}`,
    entry.weakest === null
      ? 'none'
      : `${dimensionName(entry.weakest)}${figure === undefined ? '' : ` (${formatFigure(figure).replace('<', '\\<')})`}`,
  ];
}
