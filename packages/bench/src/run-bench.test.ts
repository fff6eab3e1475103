import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveTask } from '@obey/catalog';
import { parseCandidate } from '@obey/schema';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { BenchProgress } from './bench-progress.js';
import { planRun, type RunPlan } from './plan-run.js';
import { resumeBench, runBench } from './run-bench.js';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'obey-bench-'));
  folder = join(parent, 'run');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

async function plan(change: Partial<RunPlan> = {}) {
  const common = { trials: 1, seed: 7, level: 'easy', pace: 0.1, concurrency: 2, retries: 1, versions: {} } as const;
  const tasks = [await resolveTask('smoke-sequence')];
  const candidates = [parseCandidate('reference')];
  return planRun({ suite: 'smoke-sequence', tasks, candidates, ...common, ...change }, new Date(0));
}

it('tells of every trial, and gives each trial number one seed for all candidates', async () => {
  const told: BenchProgress[] = [];
  const candidates = ['reference', 'reference:reorder'].map(parseCandidate);
  const { results } = await runBench(await plan({ candidates, trials: 2 }), {
    folder,
    onProgress: (one) => told.push(one),
  });
  expect(results.map((result) => [result.trial, result.record.seed]).sort()).toEqual([
    [1, 7],
    [1, 7],
    [2, 8],
    [2, 8],
  ]);
  expect(told.filter(({ type }) => type === 'trial-started')).toHaveLength(4);
  expect(told.filter(({ type }) => type === 'trial-finished').map(({ done, total }) => [done, total])).toEqual([
    [1, 4],
    [2, 4],
    [3, 4],
    [4, 4],
  ]);
});

it('leaves a candidate out of the tasks that have nothing it departs from, and refuses to run nothing', async () => {
  const tasks = await Promise.all(['smoke-sequence', 'smoke-foreach'].map((id) => resolveTask(id)));
  const candidates = ['reference:reorder', 'reference:lump', 'reference:stubs'].map(parseCandidate);
  const run = await plan({ tasks, candidates });
  expect(run.inapplicable).toEqual([
    { task: 'smoke-sequence', candidate: 'reference:lump' },
    { task: 'smoke-foreach', candidate: 'reference:reorder' },
  ]);
  const told: BenchProgress[] = [];
  const { results } = await runBench(run, { folder, onProgress: (one) => told.push(one) });
  expect(results.map(({ task, candidate }) => `${task} ${candidate}`).sort()).toEqual([
    'smoke-foreach reference:lump',
    'smoke-foreach reference:stubs',
    'smoke-sequence reference:reorder',
    'smoke-sequence reference:stubs',
  ]);
  expect(told.at(-1)).toMatchObject({ done: 4, total: 4 });
  await expect(plan({ candidates: [parseCandidate('reference:lump')] })).rejects.toThrow(
    '`smoke-sequence` has nothing that reference:lump departs from',
  );
});

it('tries an infrastructure error again, keeps each attempt, and never scores it', async () => {
  const told: BenchProgress[] = [];
  const candidates = ['claude-code:obedient', 'reference'].map(parseCandidate);
  const run = await plan({ candidates, harness: { binary: join(parent, 'no-such-program') } });
  const { results, leaderboard } = await runBench(run, { folder, onProgress: (one) => told.push(one) });
  const failed = results.find((result) => result.candidate === 'claude-code:obedient');
  expect(failed).toMatchObject({ attempts: 2, scorecard: null, record: { status: 'infrastructure-error' } });
  expect(told.filter(({ type }) => type === 'trial-retried')).toMatchObject([{ attempt: 1 }]);
  expect((await readdir(join(folder, 'trials/smoke-sequence/claude-code~3aobedient'))).sort()).toEqual([
    '1',
    '1.attempt-1',
  ]);
  expect(leaderboard.entries).toMatchObject([
    { candidate: 'reference', score: 100, trials: 1, unscored: 0 },
    { candidate: 'claude-code:obedient', trials: 0, unscored: 1 },
  ]);
});

it('uses a whole trial whose line was lost, and runs one again that was not whole', async () => {
  const { results } = await runBench(await plan({ trials: 2 }), { folder });
  const ids = new Map(results.map((result) => [result.trial, result.record.id]));
  await truncate(join(folder, 'results.jsonl'), 0);
  const trial = (n: number) => join(folder, 'trials/smoke-sequence/reference', String(n));
  const record = JSON.parse(await readFile(join(trial(2), 'trial.json'), 'utf8'));
  await writeFile(join(trial(2), 'trial.json'), JSON.stringify({ ...record, status: 'interrupted' }));
  const again = await resumeBench({ folder });
  expect(again.results.map((result) => result.trial).sort()).toEqual([1, 2]);
  for (const result of again.results) {
    expect(result.record.status).toBe('completed');
    expect(result.record.id === ids.get(result.trial)).toBe(result.trial === 1);
  }
});

it('ends on a signal with what is finished kept, and goes on from there', async () => {
  const stop = new AbortController();
  const onProgress = ({ type }: BenchProgress) => {
    if (type === 'trial-finished') stop.abort();
  };
  const run = await plan({ trials: 3, concurrency: 1 });
  await expect(runBench(run, { folder, signal: stop.signal, onProgress })).rejects.toMatchObject({
    code: 'interrupted',
    message: 'interrupted after 1 of 3 trials',
  });
  expect((await resumeBench({ folder })).results).toHaveLength(3);
});

it('refuses to go on with another version of a task', async () => {
  const run = await plan();
  await runBench({ ...run, tasks: run.tasks.map((task) => ({ ...task, version: '0.9.0' })) }, { folder }).then(
    () => expect.unreachable(),
    (error: unknown) => expect(error).toMatchObject({ code: 'conflict' }),
  );
});

it('refuses a plan in which nothing runs, a name stands twice, or a candidate cannot be', async () => {
  const reference = parseCandidate('reference');
  await expect(plan({ tasks: [] })).rejects.toMatchObject({ code: 'usage' });
  await expect(plan({ candidates: [] })).rejects.toMatchObject({ code: 'usage' });
  await expect(plan({ candidates: [reference, reference] })).rejects.toThrow('named twice');
  await expect(plan({ candidates: [parseCandidate('reference:skp')] })).rejects.toMatchObject({ code: 'usage' });
  await expect(plan({ candidates: [parseCandidate('referense')] })).rejects.toMatchObject({ code: 'usage' });
});
