import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { levels } from '@obey/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateLists } from '../artifact/artifact-limits.js';
import { builtInNames } from '../methods/built-in/built-ins.js';
import { controlNames } from '../methods/control/controls.js';
import { obey1Profile } from '../obey/score/obey1-profile.js';
import { levelsOf, ownTemplates, suiteKeys } from '../obey/testing/own-suites.js';
import { createProvider } from '../providers/create-provider.js';
import { requireHonest } from '../results/recompute.js';
import { readResultsFile } from '../results/results-file.js';
import { caseEvents } from '../results/run-result.js';
import { loadAnySuite } from './any-suite.js';
import { regenerator } from './regenerate.js';
import { runCompaction } from './run-compaction.js';
import { bundledSuites, suiteFolder } from './suite-folders.js';
import { compactionRun } from './testing/compaction-run.js';

const full = process.env.OBEY_FULL === '1';
const methods = [...builtInNames, ...controlNames];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-every-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(suiteKeys)('%s', (suite) => {
  const small = suite === 'starter';
  const driftCycles = full || small ? 2 : 0;
  const { files } = loadAnySuite(suiteFolder(bundledSuites(), suite));
  const everyLevel = levels.filter((level) =>
    ownTemplates(suite).every((template) => levelsOf(template).includes(level)),
  );

  it.each(methods)('is run by %s without a failure, by the mock and by its reader', async (method) => {
    for (const difficulty of full ? everyLevel : (['easy'] as const)) {
      for (const provider of ['reader', 'silent']) {
        if (!full && suite === 'elite_practice' && provider === 'silent' && method !== 'hybrid-ledger') continue;
        // Whoever is told nothing is told nothing at every level.
        if (provider === 'silent' && difficulty !== 'easy') continue;
        const output = join(folder, `${suite}-${method}-${provider}-${difficulty}.jsonl`);
        const run = await compactionRun({
          ...{ suite, output, method: `built-in:${method}`, settings: { difficulty, driftCycles } },
          ...(provider === 'silent' ? { provider: createProvider('mock', { environment: {} }) } : {}),
        });
        const { cases, end } = await runCompaction(run);
        expect(cases.map(({ template_key }) => template_key).sort()).toEqual(
          files.map(({ template }) => template.key).sort(),
        );
        const log = await readResultsFile(output);
        const played = caseEvents(log);
        expect(played).toHaveLength(files.length);
        for (const { case_result, obey } of played) {
          expect(case_result.cycles).toHaveLength(driftCycles + 1);
          for (const cycle of obey?.cycles ?? []) {
            expect(Object.keys(cycle.artifact.structured_state).sort()).toEqual(['entity_map', ...stateLists].sort());
            expect(cycle.responses.length).toBeGreaterThan(0);
          }
        }
        if (full || small) {
          const regenerate = regenerator(log, bundledSuites());
          expect(requireHonest(log, { profile: obey1Profile, regenerate }).rescored).toBe(files.length);
        }
        if (provider === 'silent' || method === 'null') expect(end.overall_score).toBeLessThanOrEqual(0.02);
        // What matters may all have been said before the last ten turns.
        else if (method !== 'truncate-last-n') expect(end.overall_score).toBeGreaterThan(0.02);
      }
    }
  });
});
