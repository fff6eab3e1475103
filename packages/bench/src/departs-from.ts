import type { LoadedTask } from '@obey/catalog';
import { deviations, processAfter } from '@obey/process';
import { checkCandidate } from '@obey/runner';
import { type Candidate, ObeyError } from '@obey/schema';
import { runsUncompacted } from './runs-uncompacted.js';

/**
 * Whether a task has what a candidate is to depart from; of one that waits for a compaction, whether there will be one and
 * what comes after it has that.
 * Candidates that are not asked to deviate always have: obedient ones, variants, attacks and agents with a mind of their own.
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

/** The error for candidates that a task gives no occasion to deviate. */
export function nothingToDepartFrom(candidates: readonly string[], where: string): ObeyError {
  return new ObeyError('usage', `\`${where}\` has nothing that ${candidates.join(' or ')} departs from`, {
    hint: candidates.some((candidate) => candidate.includes('-after-compaction'))
      ? 'after a compaction it departs only in a task that asks for one, with a harness that can be made to compact'
      : 'the README of a task lists the deviations that apply to it',
  });
}
