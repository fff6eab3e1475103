import type { Scorecard } from '@obey/schema';
import { describeCompactions } from '../describe-compaction.js';
import { type CompactionPoint, trialPoints } from '../document/compaction-points.js';
import { formatShare } from '../format-number.js';
import { type Cell, fit, textTable } from './text-table.js';

const columns = [
  { head: 'after n', right: true, drop: 0 },
  { head: 'units', right: true, drop: 2 },
  { head: 'obedience', right: true, drop: 0 },
  { head: 'findings', right: true, drop: 1 },
];

/** What was obeyed before and after each compaction of a trial; nothing where there was none. */
export function compactionLines(card: Scorecard, width: number): string[] {
  if (card.compactions === undefined) return [];
  const points = trialPoints(card);
  return [
    fit(describeCompactions(card.compactions), width),
    ...(points.length === 0 ? [] : textTable(columns, points.map(row), width)),
    '',
  ];
}

const row = ({ compactions, units, obedience, findings }: CompactionPoint): Cell[] =>
  [String(compactions), String(units), obedience === null ? '–' : formatShare(obedience), String(findings)].map(
    (text) => ({ text }),
  );
