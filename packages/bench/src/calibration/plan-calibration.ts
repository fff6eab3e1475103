import type { LoadedTask } from '@obey/catalog';
import { applicableDeviations, applicableVariants, attacks } from '@obey/process';
import type { Level } from '@obey/schema';
import type { CalibrationTrial } from './calibration-trial.js';

export interface CalibrationPlan {
  readonly levels: readonly Level[];
  readonly seeds: readonly number[];
}

/** Every trial of one task: obedient, each variant, each deviation that applies, and each attack, at each level and seed. */
export function planCalibration({ task, process }: LoadedTask, { levels, seeds }: CalibrationPlan): CalibrationTrial[] {
  return levels.flatMap((level) =>
    seeds.flatMap((seed): CalibrationTrial[] => {
      const trial = { task: task.id, level, seed };
      return [
        { ...trial, kind: 'conforming' },
        ...applicableVariants(process).map((script) => ({ ...trial, kind: 'conforming' as const, script })),
        ...applicableDeviations(process).map((script) => ({ ...trial, kind: 'deviating' as const, script })),
        ...attacks.map(({ name }) => ({ ...trial, kind: 'attacking' as const, script: name })),
      ];
    }),
  );
}
