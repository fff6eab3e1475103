import type { CalibrationTrial } from './calibration-trial.js';
import { trialName } from './calibration-trial.js';
import { specimenOf } from './reference-trial.js';
import { runCalibration } from './run-calibration.js';

/** Runs trials of one task and gives what is wrong with their readings; empty when nothing is. */
export async function tryAll(task: string, trials: readonly Omit<CalibrationTrial, 'task'>[]): Promise<string[]> {
  const outcomes = await runCalibration(
    await specimenOf(task),
    trials.map((trial) => ({ ...trial, task })),
    { keep: process.env.OBEY_KEEP === '1' },
  );
  return outcomes.flatMap(({ trial, problems }) => problems.map((problem) => `${trialName(trial)}: ${problem}`));
}
