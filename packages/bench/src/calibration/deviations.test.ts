import { listTasks, resolveTask } from '@obey/catalog';
import { applicableDeviations } from '@obey/process';
import { expect, it } from 'vitest';
import { firstOfProcess } from './first-of-process.fixture.js';
import { tryAll } from './try-all.fixture.js';

const full = process.env.OBEY_FULL === '1';
/** By default each kind of construct is departed from once; with OBEY_FULL=1 every deviation of every task. */
const samples: Readonly<Record<string, readonly string[]>> = {
  'smoke-sequence': ['reorder'],
  'smoke-foreach': ['sample', 'lump'],
  'smoke-parallel': ['serialize'],
  'smoke-if': ['wrong-branch'],
  'smoke-try': ['retry-forever'],
  'us-states': ['early-aggregate', 'drop-from-aggregate'],
};
const tasks = (await listTasks()).map(({ id }) => id);
const own = await firstOfProcess(full ? tasks : []);

it.each(full ? tasks : tasks.filter((task) => samples[task] !== undefined))(
  '%s: every deviation is found where it happened, in its own dimension alone',
  async (task) => {
    const applicable = applicableDeviations((await resolveTask(task)).process);
    const chosen = full ? applicable : applicable.filter((name) => samples[task]?.includes(name));
    // The rest of easy and medium is for `obey catalog calibrate`.
    const easy = { level: 'easy', seed: 1 } as const;
    const instances = full && own.has(task) ? [easy, { level: 'medium', seed: 1 } as const] : [easy];
    const trials = chosen.flatMap((script) =>
      instances.map((instance) => ({ ...instance, script, kind: 'deviating' as const })),
    );
    expect(chosen.length).toBeGreaterThan(0);
    expect(await tryAll(task, trials)).toEqual([]);
  },
  full ? 3_600_000 : 300_000,
);
