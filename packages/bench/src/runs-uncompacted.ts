import { checkCandidate } from '@obey/runner';
import type { Candidate, Task } from '@obey/schema';

/**
 * Whether a task asks for a compaction that the candidate's harness cannot be made to do, so that it runs without.
 * @throws ObeyError `usage` for a candidate that cannot be
 */
export function runsUncompacted(candidate: Candidate, { compaction }: Pick<Task, 'compaction'>): boolean {
  return compaction !== undefined && !checkCandidate(candidate).harness.compacts;
}
