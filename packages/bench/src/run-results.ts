import type { RunResults } from './leaderboard.js';
import { readResults } from './results-log.js';
import { readRun, resultsFile } from './run-folder.js';

/** Reads a run from its folder: its plan and the results so far. @throws ObeyError `not-found`, `run-invalid` */
export async function readRunResults(folder: string): Promise<RunResults> {
  const run = await readRun(folder);
  return { run, results: await readResults(resultsFile(folder)) };
}
