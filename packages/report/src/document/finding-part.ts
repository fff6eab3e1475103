import type { CompactionSplit, Scorecard } from '@obey/schema';
import { formatCount } from '../format-number.js';

type Part = CompactionSplit['parts'][number];

/**
 * On which side of the compactions a finding lies: `before compaction`, `after 2 compactions`. Null where the main agent's
 * context was never compacted, and for what is in no part. `index` counts from 0 in the scorecard's list.
 */
export function findingPart(
  { compactions: split }: Pick<Scorecard, 'compactions'>,
  list: keyof Pick<Part, 'findings' | 'consequences'>,
  index: number,
): string | null {
  if (split === undefined || split.events.length === 0) return null;
  const part = split.parts.find((one) => one[list].includes(index));
  if (part === undefined) return null;
  return part.compactions === 0 ? 'before compaction' : `after ${formatCount(part.compactions, 'compaction')}`;
}
