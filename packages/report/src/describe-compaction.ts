import type { CompactionSplit } from '@obey/schema';
import { formatCount, formatMoment } from './format-number.js';

type Compaction = CompactionSplit['events'][number];

const tokens = ({ before, after }: Compaction): string => {
  if (before === undefined && after === undefined) return '';
  return `, ${before ?? 'unknown'} → ${after ?? 'unknown'} tokens`;
};

/** A compaction in words: `auto at 61.200 s, 152000 → 21000 tokens`. */
const describeCompaction = (event: Compaction): string =>
  `${event.trigger ?? 'compacted'} at ${formatMoment(event.at)}${tokens(event)}`;

/** How many there were, and when: `2 compactions: auto at 61.200 s; manual at 80.000 s`. */
export function describeCompactions({ events, subagents }: CompactionSplit): string {
  const own = `${formatCount(events.length, 'compaction')}${events.length === 0 ? '' : ': '}`;
  const others = subagents === 0 ? '' : `; ${formatCount(subagents, 'more', 'more')} in subagents`;
  const shown = events.slice(0, mostShown).map(describeCompaction).join('; ');
  const hidden = events.length - mostShown;
  return `${own}${shown}${hidden > 0 ? `; and ${hidden} more` : ''}${others}`;
}

const mostShown = 5;
