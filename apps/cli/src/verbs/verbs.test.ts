import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const captures = resolve(root, '../shared/captures/claude-code');

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-verbs-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const obey = (...argv: string[]) => runCommand(directory, ...argv);

/** With --json: exit 0, and one document on standard output and nothing else there. */
async function document(...argv: string[]) {
  const { code, stdout, stderr } = await obey(...argv, '--json');
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const scorecardFields = [
  'task',
  'seed',
  'level',
  'candidate',
  'status',
  'score',
  'obedience',
  'strict',
  'correctness',
  'observable',
  'dimensions',
  'findings',
  'trial',
];

it('runs and judges a trial, and judges it again to the same document', async () => {
  const run = await document('run', 'smoke-foreach', '--seed', '7', '--candidate', 'reference:skip', '--out', 'trial');
  expect(Object.keys(run)).toEqual(scorecardFields);
  expect(run).toMatchObject({
    task: 'smoke-foreach',
    seed: 7,
    level: 'easy',
    candidate: 'reference:skip',
    strict: false,
  });
  expect(run.dimensions.completeness.fidelity).toBeLessThan(100);
  expect(Object.keys(run.findings[0])).toEqual(['code', 'dimension', 'step', 'item', 'due', 'seen', 'cites']);
  expect(run.trial).toBe(join(directory, 'trial'));
  expect(await document('judge', 'trial')).toEqual(run);
  expect(JSON.parse(await readFile(join(directory, 'trial', 'scorecard.json'), 'utf8')).score).toBe(run.score);
  const shown = await obey('judge', 'trial');
  expect(shown.stdout).toContain('first deviation');
  const { html } = await document('report', 'trial');
  expect(await readFile(html, 'utf8')).toContain('smoke-foreach');
});

it('ranks candidates, names the weakest dimension, and merges runs of one level only', async () => {
  const bench = (out: string, level: string, candidates: string) =>
    document('bench', 'smoke-if', '--seed', '7', '--level', level, '--candidate', candidates, '--out', out);
  const first = await bench('run-1', 'easy', 'reference,reference:never');
  expect(first.run).toBe(join(directory, 'run-1'));
  expect(first.leaderboard).toMatchObject([
    { candidate: 'reference', score: 100, strictRate: 1, passK: [1], trials: 1, weakest: null },
    { candidate: 'reference:never', strictRate: 0, weakest: 'conditionality' },
  ]);
  expect((await readdir(join(directory, 'run-1', 'report'))).sort()).toEqual([
    'index.html',
    'leaderboard.json',
    'report.md',
  ]);
  await bench('run-2', 'easy', 'reference:always');
  const merged = await document('bench', 'leaderboard', 'run-1', 'run-2');
  expect(merged.leaderboard).toHaveLength(3);
  await bench('run-3', 'medium', 'reference');
  const refused = await obey('bench', 'leaderboard', 'run-1', 'run-3');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^obey: runs of different levels cannot be ranked together[^\n]*\n$/);
  expect(await obey('bench', 'smoke-if', '--out', 'run-1')).toMatchObject({ code: 1, stdout: '' });
  // A finished run has nothing left to do.
  expect((await document('bench', '--resume', 'run-1')).leaderboard).toEqual(first.leaderboard);
});

it('leaves a candidate out of what gives it no occasion to deviate, and says so', async () => {
  const alone = await obey('run', 'smoke-sequence', '--candidate', 'reference:lump', '--out', 'never');
  expect(alone).toMatchObject({ code: 2, stdout: '' });
  expect(alone.stderr).toMatch(/^obey: `smoke-sequence` has nothing that reference:lump departs from[^\n]*\n$/);
  const argv = ['bench', 'smoke-sequence', '--candidate', 'reference,reference:lump', '--out', 'left-out', '--json'];
  const { stdout, stderr } = await obey(...argv);
  expect(stderr).toContain('reference:lump has nothing to depart from in 1 of 1 task, and is left out there\n');
  expect(JSON.parse(stdout).leaderboard).toMatchObject([{ candidate: 'reference' }]);
});

it('writes an instance without its facts', async () => {
  const instance = await document('prepare', 'smoke-try', '--seed', '3', '--level', 'hard', '--out', 'instance');
  expect(instance).toMatchObject({ task: 'smoke-try', seed: 3, level: 'hard', services: ['desk'] });
  const entries = await readdir(instance.folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  expect(files.sort()).toEqual(['prompt.md', ...instance.files.map((file: string) => basename(file))].sort());
  expect(await document('prepare', 'smoke-try', '--seed', '3', '--level', 'hard', '--out', 'again')).toEqual({
    ...instance,
    folder: join(directory, 'again'),
  });
});

it('lists, selects, shows and validates tasks', async () => {
  const { tasks } = await document('catalog', 'list');
  const ids = tasks.map((task: { id: string }) => task.id);
  expect(ids).toContain('us-states');
  expect((await document('catalog', 'list', 'suite:smoke and has:try')).tasks).toMatchObject([{ id: 'smoke-try' }]);
  expect((await obey('catalog', 'show', 'us-states')).stdout).toMatch(/^us-states 1\.\d+\.\d+: /);
  const validated = await document('catalog', 'validate', 'smoke-if', 'us-states', '--static');
  expect(validated.tasks).toMatchObject([
    { task: 'smoke-if', valid: true },
    { task: 'us-states', valid: true },
  ]);
});

it.skipIf(!existsSync(captures))('reads and judges a session of Claude Code (needs ../shared/captures)', async () => {
  const { code, stdout } = await obey('trace', 'read', join(captures, 'full'), '--harness', 'claude-code');
  expect(code).toBe(0);
  const events = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index));
  expect(events.some((event) => event.kind === 'tool')).toBe(true);
  const judged = await obey('judge', join(captures, 'full'));
  expect(judged.code).toBe(2);
  expect(judged.stderr).toContain('--process');
});
