import { ObeyError } from '@obey/schema';

/** The error for candidates that a task gives no occasion to deviate. */
export function nothingToDepartFrom(candidates: readonly string[], where: string): ObeyError {
  return new ObeyError('usage', `\`${where}\` has nothing that ${candidates.join(' or ')} departs from`, {
    hint: candidates.some((candidate) => candidate.includes('-after-compaction'))
      ? 'it takes a task that asks for a compaction, a harness that can do it, and something after it to depart from'
      : 'the README of a task lists the deviations that apply to it',
  });
}
