import type { CalibrationOutcome } from './calibration-outcome.js';
import { type CalibrationPlan, planCalibration } from './plan-calibration.js';
import { specimenOf } from './reference-trial.js';
import { type RunCalibrationOptions, runCalibration } from './run-calibration.js';

export interface CalibrateTasksOptions extends CalibrationPlan, Omit<RunCalibrationOptions, 'onOutcome'> {
  /** Told of each outcome as it is there, with how many there are and will be. */
  readonly onOutcome?: (outcome: CalibrationOutcome, done: number, total: number) => void;
}

/**
 * Calibrates the judge on tasks, named or by their folders: the reference agent, obedient, in every variant, with every
 * deviation that applies and as every attack, at each level and seed. Outcomes are by task, level and seed.
 * @throws ObeyError `not-found` for an unknown task, `infrastructure` when the machine failed, `interrupted`
 */
export async function calibrateTasks(
  tasks: readonly string[],
  { levels, seeds, onOutcome, ...options }: CalibrateTasksOptions,
): Promise<CalibrationOutcome[]> {
  const specimens = await Promise.all(tasks.map(specimenOf));
  const plans = specimens.map((specimen) => ({
    specimen,
    trials: planCalibration(specimen.loaded, { levels, seeds }),
  }));
  const total = plans.reduce((sum, { trials }) => sum + trials.length, 0);
  const outcomes: CalibrationOutcome[] = [];
  let done = 0;
  for (const { specimen, trials } of plans) {
    outcomes.push(
      ...(await runCalibration(specimen, trials, {
        ...options,
        onOutcome: (outcome) => {
          done += 1;
          onOutcome?.(outcome, done, total);
        },
      })),
    );
  }
  return outcomes;
}
