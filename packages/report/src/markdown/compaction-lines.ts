import type { Leaderboard, Scorecard } from '@obey/schema';
import { describeCompactions } from '../describe-compaction.js';
import { candidatePoints, trialPoints } from '../document/compaction-points.js';
import { markdownCode } from '../escape/escape-markdown.js';
import { formatCount, formatShare } from '../format-number.js';
import { table } from './table.js';

const share = (value: number | null): string => (value === null ? '–' : formatShare(value));

/** What was obeyed before and after each compaction of a trial. */
export function trialCompactionLines(card: Pick<Scorecard, 'compactions'>): string[] {
  if (card.compactions === undefined) return [];
  const rows = trialPoints(card).map(({ compactions, units, obedience, findings }) => [
    String(compactions),
    String(units),
    share(obedience),
    String(findings),
  ]);
  return [
    `${describeCompactions(card.compactions)}.`,
    '',
    ...(rows.length === 0
      ? []
      : [...table(['Compactions before', 'Units', 'Obedience', 'Findings'], '::::', rows), '']),
  ];
}

/** Obedience against compactions of each candidate whose trials show any. */
export function compactionCurveLines({ entries }: Leaderboard): string[] {
  const rows = entries.flatMap((entry) =>
    candidatePoints(entry).map(({ compactions, obedience, interval, trials, tasks, units, findings }) => [
      markdownCode(entry.candidate),
      String(compactions),
      share(obedience),
      interval === null ? '–' : `\\[${formatShare(interval[0])}, ${formatShare(interval[1])}\\]`,
      `${formatCount(trials, 'trial')}, ${formatCount(tasks, 'task')}`,
      String(units),
      String(findings),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    '### Obedience against compactions',
    '',
    'Over the trials whose context was compacted: what was decided after so many compactions, by itself. Intervals are 95 %.',
    '',
    ...table(['Candidate', 'Compactions before', 'Obedience', 'Interval', 'n', 'Units', 'Findings'], '-::::::', rows),
    '',
  ];
}
