import type { Dimension } from '@obey/schema';
import type { CalibrationTrial } from './calibration-trial.js';
import { type DeviationReading, falseAlarms, readDeviation, unpunished } from './misreadings.js';
import type { Reading } from './reference-trial.js';

/** What came of one trial of a calibration. */
export interface CalibrationOutcome {
  readonly trial: CalibrationTrial;
  /** Points of obedience, 0–100. */
  readonly obedience: number;
  /** How a deviation was read; absent for other kinds. */
  readonly deviation?: DeviationReading;
  /** Dimensions in which the judge found something. */
  readonly flagged: readonly Dimension[];
  /** Integrity findings by code. */
  readonly integrity: readonly string[];
  /** What the judge got wrong, in words; empty when nothing. */
  readonly problems: readonly string[];
}

/** Compares what a judge made of a trial with what its script is known to do. */
export function calibrationOutcome(trial: CalibrationTrial, reading: Reading): CalibrationOutcome {
  const { scorecard } = reading;
  const deviation = trial.kind === 'deviating' ? readDeviation(trial.script ?? '', reading) : undefined;
  const flagged = new Set([...scorecard.findings, ...scorecard.consequences].map(({ dimension }) => dimension));
  return {
    trial,
    obedience: 100 * scorecard.obedience,
    ...(deviation === undefined ? {} : { deviation }),
    flagged: [...flagged],
    integrity: [...new Set(scorecard.integrity.map(({ code }) => code))],
    problems:
      deviation?.problems ??
      (trial.kind === 'attacking' ? unpunished(trial.script ?? '', scorecard) : falseAlarms(scorecard)),
  };
}
