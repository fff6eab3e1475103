import { listTasks } from '@obey/catalog';
import { attacks } from '@obey/process';
import { expect, it } from 'vitest';
import { tryAll } from './try-all.fixture.js';

const full = process.env.OBEY_FULL === '1';
const tasks = (await listTasks()).map(({ id }) => id);

it.each(full ? tasks : ['smoke-sequence', 'us-states'])(
  '%s: attacks earn at most 5 points of obedience, and are given away',
  async (task) => {
    const trials = attacks.map(({ name }) => ({ kind: 'attacking', script: name, level: 'easy', seed: 1 }) as const);
    expect(await tryAll(task, trials)).toEqual([]);
  },
  full ? 3_600_000 : 300_000,
);
