import { listTasks } from '@obey/catalog';
import { applicableVariants } from '@obey/process';
import { levels } from '@obey/schema';
import { expect, it } from 'vitest';
import { falseAlarms } from './misreadings.js';
import { type ReferenceTrial, specimenOf } from './reference-trial.js';
import { tryAll } from './try-all.js';

const full = process.env.OBEY_FULL === '1';
const tasks = (await listTasks()).map(({ id }) => id);
const limit = full ? 3_600_000 : 180_000;

it.each(tasks)(
  '%s: the reference agent scores 100, strict, in every untidy way',
  async (task) => {
    const specimen = await specimenOf(task);
    const variants = applicableVariants(specimen.loaded.process);
    const levelsOfVariants = full ? levels : (['easy'] as const);
    // By default each task is followed in one way, and each in another.
    const turn = tasks.indexOf(task) % variants.length;
    const chosen = full ? variants : variants.slice(turn, turn + 1);
    const trials = chosen.flatMap((script) => levelsOfVariants.map((level) => ({ script, level, seed: 7 })));
    expect(await tryAll(specimen, trials, ({ scorecard }) => falseAlarms(scorecard))).toEqual([]);
  },
  limit,
);

it.each(tasks)(
  '%s: the reference agent scores 100, strict, on seeds that nobody tuned and on all levels',
  async (task) => {
    const seeds = Array.from({ length: full ? 20 : 1 }, (_, index) => 40_961 + 7_919 * index);
    const trials: ReferenceTrial[] = full
      ? [...levels.map((level) => ({ level, seed: 7 })), ...seeds.map((seed) => ({ level: 'hard' as const, seed }))]
      : seeds.map((seed) => ({ level: 'hard', seed }));
    expect(await tryAll(await specimenOf(task), trials, ({ scorecard }) => falseAlarms(scorecard))).toEqual([]);
  },
  limit,
);
