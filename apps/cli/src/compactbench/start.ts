import { runProcess } from '../run-process.js';

/** Runs the command line of this process as `compactbench` and sets its exit code. */
export async function start(): Promise<void> {
  await runProcess(async (argv, context) => (await import('./compactbench.js')).compactbench(argv, context));
}
