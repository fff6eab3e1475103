import type { CompactionEvent, ForcedCompaction } from '@obey/schema';

/** A note where a task asked for a compaction of the main agent's context and the trace shows none. */
export function unseenCompaction(asked: ForcedCompaction | undefined, seen: readonly CompactionEvent[]): string[] {
  if (asked === undefined || seen.some(({ actor }) => actor === 'main')) return [];
  const point = asked.after === undefined ? `at ${asked.tokens} tokens` : `after \`${asked.after}\``;
  return [`a compaction ${point} was asked for, and none was seen`];
}
