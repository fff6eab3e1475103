import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaderboardSchema } from '@obey/schema';
import { writeTrace } from '@obey/trace';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildReport } from './document/build-report.js';
import { readTrialResult, readTrialTrace, tracesOfRun } from './read-trial.js';
import { renderJson } from './render-json.js';
import { sampleDocument } from './testing/sample-document.js';
import { sampleResult } from './testing/sample-run.js';
import { sampleTrace } from './testing/sample-trace.js';
import { writeReport } from './write-report.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-report-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('writes the three files of a run, replacing older ones, and leaves nothing else', async () => {
  const document = await sampleDocument();
  await writeReport(folder, { ...document, title: 'older' });
  const written = await writeReport(folder, document);
  expect((await readdir(join(folder, 'report'))).sort()).toEqual(['index.html', 'leaderboard.json', 'report.md']);
  expect(await readFile(written.html, 'utf8')).toContain('<h1>smoke</h1>');
  expect(await readFile(written.markdown, 'utf8')).toMatch(/^# smoke\n/);
  const board: unknown = JSON.parse(await readFile(join(folder, 'report', 'leaderboard.json'), 'utf8'));
  expect(leaderboardSchema.parse(board)).toEqual(document.leaderboard);
});

it('writes the same bytes for the same document', async () => {
  const paths = ['a', 'b'].map((name) => join(folder, name));
  const bytes = await Promise.all(
    paths.map(async (path) => {
      const { html, markdown } = await writeReport(path, await sampleDocument());
      return [await readFile(html, 'utf8'), await readFile(markdown, 'utf8')];
    }),
  );
  expect(bytes[0]).toEqual(bytes[1]);
  const document = await sampleDocument();
  expect(JSON.parse(renderJson(document))).toEqual(document);
});

it('reports a single trial from its folder', async () => {
  const { record, scorecard } = sampleResult({
    candidate: 'reference:skip',
    task: 'us-states',
    lost: { completeness: 80 },
  });
  await writeFile(join(folder, 'trial.json'), JSON.stringify(record));
  await writeFile(join(folder, 'scorecard.json'), JSON.stringify(scorecard));
  await writeTrace(join(folder, 'trace.jsonl'), sampleTrace({ parallel: true }));
  const result = await readTrialResult(folder);
  expect(result).toMatchObject({
    candidate: 'reference:skip',
    task: 'us-states',
    scorecard: { score: scorecard?.score },
  });
  const document = await buildReport({
    leaderboard: null,
    results: [result],
    traceOf: () => readTrialTrace(folder),
  });
  expect(document.title).toBe('reference:skip on us-states');
  expect(document.trials[0]?.timeline?.peak).toEqual({ of: 'request', count: 10 });
  const { html, leaderboard } = await writeReport(folder, document);
  expect(leaderboard).toBeNull();
  expect(await readFile(html, 'utf8')).toContain('The trial');
});

it('says what is wrong with a folder that holds no trial', async () => {
  await expect(readTrialResult(folder)).rejects.toMatchObject({ code: 'not-found' });
  await writeFile(join(folder, 'trial.json'), '{"schema":"obey-trial/1"');
  await expect(readTrialResult(folder)).rejects.toMatchObject({ code: 'trial-invalid' });
  await writeFile(join(folder, 'trial.json'), '{"schema":"obey-trial/1","id":3}');
  await expect(readTrialResult(folder)).rejects.toMatchObject({
    code: 'trial-invalid',
    message: expect.stringMatching(/^id: /),
  });
});

it('reads no trace from outside of a run, and none where none was kept', async () => {
  const result = sampleResult({ candidate: 'reference', task: 'a' });
  const traceOf = tracesOfRun(folder);
  expect(await traceOf(result)).toBeNull();
  await expect(traceOf({ ...result, folder: '../elsewhere' })).rejects.toMatchObject({ code: 'run-invalid' });
});
