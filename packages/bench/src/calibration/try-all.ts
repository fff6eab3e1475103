import PQueue from 'p-queue';
import { type Reading, type ReferenceTrial, referenceTrial, type Specimen } from './reference-trial.js';

/** Runs trials two at a time and gives, per trial, what is wrong with its reading; empty when nothing is. */
export async function tryAll(
  specimen: Specimen,
  trials: readonly ReferenceTrial[],
  problemsOf: (reading: Reading, trial: ReferenceTrial) => readonly string[],
): Promise<string[]> {
  const queue = new PQueue({ concurrency: 2 });
  const problems = await queue.addAll(
    trials.map((trial) => async () => {
      const name = `${trial.script ?? 'obedient'}, ${trial.level}, seed ${trial.seed}`;
      return problemsOf(await referenceTrial(specimen, trial, { keep: process.env.OBEY_KEEP === '1' }), trial).map(
        (problem) => `${name}: ${problem}`,
      );
    }),
  );
  return problems.flat();
}
