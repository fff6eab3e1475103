import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openResultsLog, readResults } from './results-log.js';
import { sampleResult } from './testing/sample-result.js';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-results-'));
  path = join(folder, 'results.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function writeThree(): Promise<void> {
  const log = await openResultsLog(path);
  await Promise.all([1, 2, 3].map((trial) => log.append(sampleResult({ trial }))));
  await log.close();
}

it('keeps what was appended, each key once', async () => {
  await writeThree();
  const log = await openResultsLog(path);
  expect(log.results.map((result) => result.trial)).toEqual([1, 2, 3]);
  await log.append(sampleResult({ trial: 2, score: 5 }));
  await log.append(sampleResult({ trial: 4 }));
  await log.close();
  expect((await readResults(path)).map((result) => [result.trial, result.scorecard?.score])).toEqual([
    [1, 100],
    [2, 100],
    [3, 100],
    [4, 100],
  ]);
});

it('repairs a line torn at any byte', async () => {
  await writeThree();
  const whole = await readFile(path);
  const second = whole.indexOf(0x0a) + 1;
  const third = whole.indexOf(0x0a, second) + 1;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: third, max: whole.length - 1 }), async (length) => {
      await writeFile(path, whole);
      await truncate(path, length);
      expect(await readResults(path)).toHaveLength(2);
      const log = await openResultsLog(path);
      expect(log.has({ task: 'sequence', candidate: 'reference', trial: 3 })).toBe(false);
      await log.append(sampleResult({ trial: 3 }));
      await log.close();
      expect(await readFile(path)).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

it('names the line of a record that is no result', async () => {
  await writeThree();
  await appendFile(path, '{"schema":"obey-result/1"}\n');
  await expect(openResultsLog(path)).rejects.toMatchObject({ code: 'run-invalid', at: { file: path, line: 4 } });
  await writeFile(path, 'not json\n');
  await expect(readResults(path)).rejects.toMatchObject({ code: 'run-invalid', at: { line: 1 } });
});
