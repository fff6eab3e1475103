import { type LoadedTask, markedPath } from '@obey/catalog';
import type { CompactionPoint } from '../harness/harness.js';

/** Where a task asks for its candidate's context to be compacted; undefined where it does not. */
export function compactionPoint({ task, process }: Pick<LoadedTask, 'task' | 'process'>): CompactionPoint | undefined {
  const { after, tokens } = task.compaction ?? {};
  if (tokens !== undefined) return { tokens };
  const afterPath = after === undefined ? undefined : markedPath(process, after);
  return afterPath === undefined ? undefined : { afterPath };
}
