import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTask, resolveTask, type TaskKind, taskKinds, validateTask } from '@obey/catalog';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calibrateTask } from './calibrate-task.js';

const full = process.env.OBEY_FULL === '1';
const kinds = Object.keys(taskKinds) as TaskKind[];
let parent: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'obey-created-'));
});
afterAll(() => rm(parent, { recursive: true, force: true }));

it.each(kinds)(
  'a new task of the kind %s is valid and measures what it says',
  async (kind) => {
    const { folder } = await createTask({ kind, id: `my-${kind}`, folder: join(parent, `my-${kind}`) });
    const loaded = await resolveTask(folder);
    const seeds = full ? Array.from({ length: 10 }, (_, index) => 500 + index) : [500];
    expect(await validateTask(loaded, { seeds })).toEqual([]);
    const options = full ? {} : { levels: ['easy'] as const, ask: ['obedient', 'empty'] as const };
    expect(await calibrateTask(loaded, options)).toEqual([]);
  },
  600_000,
);
