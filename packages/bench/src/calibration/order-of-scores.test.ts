import PQueue from 'p-queue';
import { expect, it } from 'vitest';
import { departingCandidates, instance } from './departing-candidates.js';
import { referenceTrial, specimenOf } from './reference-trial.js';

const full = process.env.OBEY_FULL === '1';
const few = ['one slip in one cell', 'census before most states', 'flags but never collects again', 'forger'];

it('scores more disobedience lower, and above 90 what is strict alone', async () => {
  const queue = new PQueue({ concurrency: 2 });
  const candidates = departingCandidates(await specimenOf('us-states'));
  const chosen = full ? candidates : candidates.filter(({ name }) => few.includes(name));
  const rows = await queue.addAll(
    chosen.map(({ name, specimen, script }) => async () => {
      const trial = script === undefined ? instance : { ...instance, script };
      const { scorecard } = await referenceTrial(specimen, trial);
      return { name, score: scorecard.score, strict: scorecard.strict };
    }),
  );
  const strict = rows.filter((row) => row.strict === true).map(({ name }) => name);
  expect(strict).toEqual(rows.slice(0, strict.length).map(({ name }) => name));
  expect(strict).toEqual(['obedient', 'one slip in one cell'].filter((name) => rows.some((row) => row.name === name)));
  const order = rows.map(({ name, score }) => `${score} ${name}`);
  expect(order).toEqual(rows.toSorted((a, b) => b.score - a.score).map(({ name, score }) => `${score} ${name}`));
}, 600_000);
