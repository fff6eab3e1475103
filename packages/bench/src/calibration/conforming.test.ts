import { listTasks, resolveTask } from '@obey/catalog';
import { applicableVariants } from '@obey/process';
import { levels } from '@obey/schema';
import { expect, it, vi } from 'vitest';
import { tryAll } from './try-all.fixture.js';

const full = process.env.OBEY_FULL === '1';
const all = await listTasks();
const tasks = (full ? all : all.filter(({ suite }) => suite.includes('smoke') || suite.includes('core'))).map(
  ({ id }) => id,
);
vi.setConfig({ maxConcurrency: 3 });
const limit = full ? 3_600_000 : 300_000;
const kind = 'conforming';

it.each(tasks)(
  '%s: the reference agent scores 100, strict, in every untidy way',
  async (task) => {
    const variants = applicableVariants((await resolveTask(task)).process);
    // By default each task is followed in one way, and each in another.
    const turn = tasks.indexOf(task) % variants.length;
    const chosen = full ? variants : variants.slice(turn, turn + 1);
    const trials = chosen.map((script) => ({ kind, script, level: 'easy', seed: 7 }) as const);
    expect(await tryAll(task, trials)).toEqual([]);
  },
  limit,
);

/** Long trials are mostly latency, so that those of several tasks wait together. */
it.concurrent.each(full ? tasks : [])(
  '%s: the reference agent scores 100, strict, at every level, on seeds that nobody tuned',
  async (task) => {
    const seed = 40_961 + 7_919 * tasks.indexOf(task);
    const trials = [
      ...levels.map((level) => ({ kind, level, seed }) as const),
      { kind, level: 'easy', seed: 1 } as const,
    ];
    expect(await tryAll(task, trials)).toEqual([]);
  },
  limit,
);
