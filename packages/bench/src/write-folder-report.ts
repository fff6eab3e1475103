import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildReport,
  readTrialResult,
  readTrialTrace,
  tracesOfRun,
  type WrittenReport,
  writeReport,
} from '@obey/report';
import { buildLeaderboard } from './leaderboard.js';
import { readRunResults } from './run-results.js';

/**
 * Writes the report of a run, or of a single trial, from the files in its folder; gives the paths of what it wrote.
 * @throws ObeyError `not-found` for a folder that is neither, `run-invalid` or `trial-invalid` for a damaged one
 */
export async function writeFolderReport(folder: string): Promise<WrittenReport> {
  if (existsSync(join(folder, 'trial.json'))) return await writeTrialReport(folder);
  const { run, results } = await readRunResults(folder);
  const document = await buildReport({
    title: run.suite,
    leaderboard: buildLeaderboard([{ run, results }]),
    results,
    traceOf: tracesOfRun(folder),
  });
  return await writeReport(folder, document);
}

async function writeTrialReport(folder: string): Promise<WrittenReport> {
  const document = await buildReport({
    leaderboard: null,
    results: [await readTrialResult(folder)],
    traceOf: () => readTrialTrace(folder),
  });
  return await writeReport(folder, document);
}
