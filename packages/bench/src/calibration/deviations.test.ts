import { listTasks } from '@obey/catalog';
import { applicableDeviations } from '@obey/process';
import { levels } from '@obey/schema';
import { expect, it } from 'vitest';
import { misreadings } from './misreadings.js';
import { type ReferenceTrial, specimenOf } from './reference-trial.js';
import { tryAll } from './try-all.js';

const full = process.env.OBEY_FULL === '1';
/** By default each kind of construct is departed from once; with OBEY_FULL=1 every deviation of every task, on all levels. */
const samples: Readonly<Record<string, readonly string[]>> = {
  'smoke-sequence': ['reorder'],
  'smoke-foreach': ['sample', 'lump'],
  'smoke-parallel': ['serialize'],
  'smoke-if': ['wrong-branch'],
  'smoke-try': ['retry-forever'],
  'us-states': ['early-aggregate', 'drop-from-aggregate'],
};

it.each((await listTasks()).map(({ id }) => id))(
  '%s: every deviation is found where it happened, in its own dimension alone',
  async (task) => {
    const specimen = await specimenOf(task);
    const applicable = applicableDeviations(specimen.loaded.process);
    const chosen = full ? applicable : applicable.filter((name) => samples[task]?.includes(name));
    const seeds = full ? [1, 2, 3] : [1];
    const trials = chosen.flatMap((script): ReferenceTrial[] => [
      ...seeds.map((seed) => ({ script, level: 'easy' as const, seed })),
      ...(full ? levels.map((level) => ({ script, level, seed: 7 })) : []),
    ]);
    expect(chosen.length).toBeGreaterThan(0);
    expect(await tryAll(specimen, trials, (reading, { script }) => misreadings(script ?? '', reading))).toEqual([]);
  },
  full ? 3_600_000 : 180_000,
);
