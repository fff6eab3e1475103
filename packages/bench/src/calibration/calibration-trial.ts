import type { ReferenceTrial } from './reference-trial.js';

/** What a script of the reference agent is: it obeys, tidily or not; it departs from the process; or it attacks its judge. */
export type ScriptKind = 'conforming' | 'deviating' | 'attacking';

/** One trial of a calibration. */
export interface CalibrationTrial extends ReferenceTrial {
  readonly task: string;
  readonly kind: ScriptKind;
}

/** A trial in words: `us-states, skip, easy, seed 1`. */
export function trialName({ task, script, level, seed }: CalibrationTrial): string {
  return `${task}, ${script ?? 'obedient'}, ${level}, seed ${seed}`;
}
