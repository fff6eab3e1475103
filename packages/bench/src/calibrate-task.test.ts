import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInCatalog, resolveTask } from '@obey/catalog';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CalibrateProgress, calibrateTask } from './calibrate-task.js';

const full = process.env.OBEY_FULL === '1';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-calibrate-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('finds nothing wrong with a task whose solution obeys and whose deviations are caught', async () => {
  const told: CalibrateProgress[] = [];
  const task = await resolveTask('smoke-if');
  const ask = full ? {} : { ask: ['obedient', 'empty', 'deviations'] as const };
  expect(await calibrateTask(task, { levels: ['easy'], ...ask, onProgress: (one) => told.push(one) })).toEqual([]);
  expect(told.map(({ done, total }) => [done, total])).toEqual(told.map((_, index) => [index + 1, told.length]));
  expect(told.map(({ name }) => name)).toContain('reference:wrong-branch, easy, seed 1');
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
  const issues = await calibrateTask(await resolveTask(own), { levels: ['easy'], ask: ['obedient'] });
  expect(issues[0]).toMatchObject({ severity: 'error', file: join(own, 'task.yaml') });
  expect(issues[0]?.message).toMatch(
    /^reference, easy, seed 1: expected 100 and strict; [\d.]+, strict false; .*index/,
  );
});

it('finds that leaving a step out pays, where its own solution cannot do worse than nothing', async () => {
  const own = join(folder, 'paying-task');
  await cp(join(builtInCatalog(), 'smoke-sequence'), own, { recursive: true });
  // Written wrongly, the index now takes the draft with it; left out, it does not.
  const solve = await readFile(join(own, 'solve.ts'), 'utf8');
  const broken = solve.replace('export const solve', 'const whole');
  await writeFile(
    join(own, 'solve.ts'),
    `${broken}
export const solve = {
  ...whole,
  async publish(context) {
    const counts = JSON.parse(await context.abilities.read('index.json').catch(() => '{}'));
    const changes = JSON.parse(await context.abilities.read('input/changes.json'));
    const sum = Object.values(counts).reduce((total, count) => total + count, 0);
    if (sum === changes.length || sum === 0) await whole.publish(context);
  },
};
`,
  );
  const issues = await calibrateTask(await resolveTask(own), { levels: ['easy'], ask: ['omissions'] });
  expect(issues.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^`index` left out or done wrongly, easy, seed 1: leaving it out gives score [\d.]+, doing/),
  );
});

it('ends when it is told to', async () => {
  const signal = AbortSignal.abort();
  await expect(calibrateTask(await resolveTask('smoke-if'), { signal })).rejects.toMatchObject({ code: 'interrupted' });
});
