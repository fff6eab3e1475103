import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveMethod } from '../../methods/resolve-method.js';
import { readArtifact } from '../../obey/reader/read-artifact.js';
import { createProvider } from '../../providers/create-provider.js';
import type { ResultsLog } from '../../results/parse-results.js';
import { readResultsFile } from '../../results/results-file.js';
import { runCompaction } from '../../run/run-compaction.js';
import { bundledSuites, suiteFolder } from '../../run/suite-folders.js';

export interface PlayedRun {
  readonly method?: string;
  readonly caseCount?: number;
  readonly seedGroup?: string;
  readonly id?: string;
}

/** The results of a real run: a built-in method with the reader on the suite starter, easy, two cycles. */
export async function playRun({
  method = 'hybrid-ledger',
  caseCount = 1,
  seedGroup = 'default',
  id = 'run',
}: PlayedRun): Promise<ResultsLog> {
  const folder = await mkdtemp(join(tmpdir(), 'obey-play-'));
  try {
    const output = join(folder, 'results.jsonl');
    await runCompaction({
      suite: suiteFolder(bundledSuites(), 'starter'),
      settings: { difficulty: 'easy', driftCycles: 1, caseCount, seedGroup, scorer: 'obey-1', carry: 'artifact' },
      method: await resolveMethod(`built-in:${method}`, { profile: 'obey-1', folder }),
      provider: createProvider('mock:reader', { environment: {}, reader: readArtifact }),
      model: 'reader',
      concurrency: 1,
      output,
      existing: 'refuse',
      machine: { newId: () => id, timestamp: () => '2026-01-01T00:00:00Z', now: () => 0, versions: {} },
    });
    return await readResultsFile(output);
  } finally {
    await rm(folder, { recursive: true });
  }
}
