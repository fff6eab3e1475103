import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readArtifact } from '../obey/reader/read-artifact.js';
import { createProvider } from '../providers/create-provider.js';
import { digestFaults } from '../results/case-evidence.js';
import { controlScores } from '../results/control-scores.js';
import { readResultsFile } from '../results/results-file.js';
import { caseEvents } from '../results/run-result.js';
import { controlFile, runWithControls } from './control-runs.js';
import { runCompaction } from './run-compaction.js';
import { compactionRun } from './testing/compaction-run.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-controls-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const small = { driftCycles: 1 };

it('names the files of the controls beside the results', () => {
  expect(controlFile('/a/b.jsonl', 'null')).toBe('/a/b.null.jsonl');
  expect(controlFile('/a/b', 'oracle')).toBe('/a/b.oracle.jsonl');
});

it('runs both controls on the same cases, and no second time', async () => {
  const output = join(folder, 'results.jsonl');
  const first = await runWithControls(await compactionRun({ output, settings: small }));
  expect(first.controls.null.played + first.controls.oracle.played).toBe(8);
  const run = { log: await readResultsFile(output), cases: first.run.cases };
  for (const name of ['null', 'oracle'] as const) {
    const log = await readResultsFile(controlFile(output, name));
    const scores = controlScores(name, { log, cases: first.controls[name].cases }, run);
    expect([...scores.keys()].sort()).toEqual(run.cases.map(({ case_id }) => case_id).sort());
  }
  const other = await runWithControls(
    await compactionRun({ output, settings: small, method: 'built-in:naive-summary', existing: 'resume' }),
  ).catch((error: unknown) => error);
  expect(ObeyError.isInstance(other) && other.code).toBe('conflict');
  await rm(output);
  const second = await runWithControls(
    await compactionRun({ output, settings: small, method: 'built-in:naive-summary' }),
  );
  expect([second.run.played, second.controls.null.played, second.controls.oracle.played]).toEqual([4, 0, 0]);
});

it('is the same bytes each time, one case after the other, and the same lines with several at once', async () => {
  const texts: string[] = [];
  for (const [index, concurrency] of [1, 1, 4].entries()) {
    const output = join(folder, `${index}.jsonl`);
    await runCompaction(await compactionRun({ output, concurrency, settings: small }));
    texts.push(await readFile(output, 'utf8'));
  }
  const [first = '', again, several = ''] = texts;
  expect(again).toBe(first);
  const lines = (text: string) =>
    text
      .replace(/"concurrency":\d+/, '')
      .split('\n')
      .sort();
  expect(lines(several)).toEqual(lines(first));
});

it('keeps what the method was answered, and sees when that was changed', async () => {
  const output = join(folder, 'results.jsonl');
  const reader = createProvider('mock:reader', { environment: {}, reader: readArtifact });
  let asked = 0;
  const provider: typeof reader = {
    key: 'mock',
    complete: async (request) => {
      asked++;
      return { ...(await reader.complete(request)), model: `resolved-${request.json === true ? 'a' : 'b'}` };
    },
  };
  await runCompaction(await compactionRun({ output, provider, settings: small }));
  const played = caseEvents(await readResultsFile(output)).flatMap(({ obey }) => obey ?? []);
  expect(played).toHaveLength(4);
  for (const { models, cycles } of played) {
    expect([...models].sort()).toEqual(['resolved-a', 'resolved-b']);
    // The ledger asks twice in each cycle.
    expect(cycles.map(({ method_calls }) => method_calls.length)).toEqual([2, 2]);
  }
  const kept = played.flatMap(({ cycles }) => cycles.flatMap((cycle) => [...cycle.method_calls, ...cycle.responses]));
  expect(kept).toHaveLength(asked);
  const [cycle] = played[0]?.cycles ?? [];
  if (cycle === undefined) throw new Error('no cycle');
  expect(digestFaults(cycle)).toEqual([]);
  const [call, ...others] = cycle.method_calls;
  if (call === undefined) throw new Error('no call');
  expect(digestFaults({ ...cycle, method_calls: [{ ...call, text: 'x' }, ...others] })).toEqual([
    'reply 1 to the method does not fit its digest',
  ]);
});
