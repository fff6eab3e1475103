import { type CommandOutcome, outcomeOf } from '../../testing/run-command.js';
import { compactbench } from '../compactbench.js';

/** Runs one line of `compactbench` in this process, in a directory, and gives what it wrote and its exit code. */
export const runCompactbench = (
  directory: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandOutcome> => outcomeOf((context) => compactbench(argv, context), { environment }, directory);
