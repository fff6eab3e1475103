import PQueue from 'p-queue';
import { type CalibrationOutcome, calibrationOutcome } from './calibration-outcome.js';
import type { CalibrationTrial } from './calibration-trial.js';
import { type ReferenceTrialOptions, referenceTrial, type Specimen } from './reference-trial.js';

export interface RunCalibrationOptions extends ReferenceTrialOptions {
  /** Trials at once; a trial mostly waits for the world's latency. Default 3. */
  readonly concurrency?: number;
  /** Told of each outcome as it is there. */
  readonly onOutcome?: (outcome: CalibrationOutcome) => void;
}

/** Trials that keep two cores busy, since each waits for latency half of its time; more would delay what is to overlap. */
const defaultCalibrationConcurrency = 3;

/**
 * Runs trials of one task and compares each reading with what its script is known to do. Outcomes are in the order of the
 * trials.
 * @throws ObeyError `infrastructure` when the machine failed, `interrupted` when the signal was given
 */
export async function runCalibration(
  specimen: Specimen,
  trials: readonly CalibrationTrial[],
  { concurrency = defaultCalibrationConcurrency, onOutcome, ...options }: RunCalibrationOptions = {},
): Promise<CalibrationOutcome[]> {
  const queue = new PQueue({ concurrency });
  try {
    return await queue.addAll(
      trials.map((trial) => async () => {
        const outcome = calibrationOutcome(trial, await referenceTrial(specimen, trial, options));
        onOutcome?.(outcome);
        return outcome;
      }),
    );
  } finally {
    queue.clear();
    await queue.onIdle();
  }
}
