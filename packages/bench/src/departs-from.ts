import { deviations, type Process } from '@obey/process';
import type { Candidate } from '@obey/schema';

/**
 * Whether the process has what a candidate is to depart from. Candidates that are not asked to deviate always have:
 * obedient ones, variants, attacks and agents with a mind of their own.
 */
export function departsFrom({ deviation }: Candidate, process: Process): boolean {
  return deviations.find(({ name }) => name === deviation)?.applies(process) ?? true;
}
