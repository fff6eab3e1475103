import type { LoadedTask } from './loaded-task.js';
import type { ValidationIssue } from './validation/validation-issue.js';

export interface ValidateOptions {
  /** Seeds with which it is prepared at each level; 1, 2 and 3 by default. */
  readonly seeds?: readonly number[];
}

/**
 * Validates a task without a candidate: its modules and their exports, what prepare.ts gives at every level (deterministic,
 * different by seed, all requests served, every `try` with a fault for each outcome, every `if` with items on each side), and
 * that its prompt tells all that its process enforces. Errors first; empty when it is sound. That its solution scores 100 and
 * every deviation is caught only runs can tell.
 */
export async function validateTask(
  loaded: LoadedTask,
  { seeds = [1, 2, 3] }: ValidateOptions = {},
): Promise<ValidationIssue[]> {
  // Everything that this needs is loaded only now, so that listing and selecting stay quick.
  const { validate } = await import('./validation/validate.js');
  return validate(loaded, seeds);
}
