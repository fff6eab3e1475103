import type { LoadedTask } from '@obey/catalog';
import { deviations, processAfter } from '@obey/process';
import { checkCandidate } from '@obey/runner';
import type { Candidate } from '@obey/schema';
import { runsUncompacted } from './runs-uncompacted.js';

/**
 * Whether a task has what a candidate is to depart from; of one that waits for a compaction, whether there will be one and
 * what comes after it has that. Candidates that are not asked to deviate always have: obedient ones, variants, attacks and agents with a mind of their own.
 *
 * @throws ObeyError `usage` for a candidate that cannot be
 */
export function departsFrom(candidate: Candidate, { task, process }: Pick<LoadedTask, 'task' | 'process'>): boolean {
  const { deviation, afterCompaction = false } = checkCandidate(candidate).script;
  const found = deviations.find(({ name }) => name === deviation);
  if (found === undefined) return true;
  if (!afterCompaction) return found.applies(process);
  const { compaction } = task;
  if (compaction === undefined || runsUncompacted(candidate, task)) return false;
  return found.applies(compaction.after === undefined ? process : processAfter(process, compaction.after));
}
