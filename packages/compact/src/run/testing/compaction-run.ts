import { resolveMethod } from '../../methods/resolve-method.js';
import { readArtifact } from '../../obey/reader/read-artifact.js';
import { createProvider } from '../../providers/create-provider.js';
import type { CompactionRun } from '../run-compaction.js';
import { carryOf, type RunSettings } from '../run-settings.js';
import { bundledSuites, suiteFolder } from '../suite-folders.js';

interface RunChange extends Partial<Omit<CompactionRun, 'settings' | 'method' | 'suite'>> {
  readonly settings?: Partial<RunSettings>;
  /** `built-in:<key>`. */
  readonly method?: string;
  /** The key of a suite of ours, or the folder of another. */
  readonly suite?: string;
  readonly output: string;
}

/** A run whose clock stands still, and whose every number is the same each time: of `starter`, by `mock:reader`. */
export async function compactionRun({
  settings,
  method,
  suite = 'starter',
  ...change
}: RunChange): Promise<CompactionRun> {
  const scorer = settings?.scorer ?? 'obey-1';
  return {
    suite: suite.includes('/') ? suite : suiteFolder(bundledSuites(), suite),
    settings: {
      ...{ difficulty: 'easy', driftCycles: 2, caseCount: 1, seedGroup: 'default', scorer, carry: carryOf(scorer) },
      ...settings,
    },
    method: await resolveMethod(method ?? 'built-in:hybrid-ledger', { profile: scorer, folder: '.' }),
    provider: createProvider('mock:reader', { environment: {}, reader: readArtifact }),
    model: 'mock-deterministic',
    concurrency: 4,
    existing: 'refuse',
    machine: {
      newId: () => 'a-run',
      timestamp: () => '2026-01-01T00:00:00Z',
      now: () => 0,
      versions: {},
    },
    ...change,
  };
}
