import { type ChildProcess, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { listTasks } from '@obey/catalog';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tryAll } from './try-all.fixture.js';

const full = process.env.OBEY_FULL === '1';
const all = await listTasks();
const tasks = all.map(({ id }) => id);
/** The small ones often, so that what is rare is met. */
const often = new Set(all.flatMap(({ id, suite }) => (suite.includes('smoke') || id === 'us-states' ? [id] : [])));
const burners: ChildProcess[] = [];

beforeAll(() => {
  for (let core = 0; core < availableParallelism(); core += 1) {
    burners.push(spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  }
});
afterAll(() => {
  for (const burner of burners) burner.kill('SIGKILL');
});

it.each(full ? tasks : ['smoke-foreach'])(
  '%s: conforming trials score 100, strict, while every core burns',
  async (task) => {
    const trials = Array.from({ length: full ? (often.has(task) ? 20 : 3) : 2 }, (_, index) => ({
      level: 'easy' as const,
      seed: 100 + index,
    }));
    expect(burners.every(({ exitCode }) => exitCode === null)).toBe(true);
    expect(
      await tryAll(
        task,
        trials.map((trial) => ({ ...trial, kind: 'conforming' as const })),
      ),
    ).toEqual([]);
  },
  full ? 3_600_000 : 300_000,
);
