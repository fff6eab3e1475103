import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInCatalog, resolveTask } from '@obey/catalog';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calibrateTask } from './calibrate-task.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-calibrate-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('finds nothing wrong with a task whose solution obeys and whose deviations are caught', async () => {
  expect(await calibrateTask(await resolveTask('smoke-if'), { levels: ['easy'] })).toEqual([]);
});

it('refuses a task whose own solution leaves something out', async () => {
  const own = join(folder, 'own-task');
  await cp(join(builtInCatalog(), 'smoke-sequence'), own, { recursive: true });
  const solve = await readFile(join(own, 'solve.ts'), 'utf8');
  await writeFile(
    join(own, 'solve.ts'),
    `${solve.replace('export const solve', 'const whole')}
export const solve = { ...whole, index: async () => {} };
`,
  );
  const issues = await calibrateTask(await resolveTask(own), { levels: ['easy'] });
  expect(issues[0]).toMatchObject({ severity: 'error', file: join(own, 'task.yaml') });
  expect(issues[0]?.message).toMatch(/^reference at level easy, seed 1: expected 100 and strict, got [\d.]+; .*index/);
});
