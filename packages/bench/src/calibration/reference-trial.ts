import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedTask, loadTaskModules, resolveTask, type TaskModules } from '@obey/catalog';
import type { Departure } from '@obey/process';
import { type Level, ObeyError, type Scorecard } from '@obey/schema';
import { performTrial } from '../perform-trial.js';
import { defaultPace } from '../run-defaults.js';

/** A task with its modules, loaded once for all its trials. */
export interface Specimen {
  readonly loaded: LoadedTask;
  readonly modules: TaskModules;
}

export interface ReferenceTrial {
  readonly seed: number;
  readonly level: Level;
  /** Name of a deviation, a variant or an attack of the reference agent; obedient when absent. */
  readonly script?: string;
  readonly secret?: string;
}

export interface ReferenceTrialOptions {
  /** Keeps the folders of trials that are not strict, under the system's temporary directory. */
  readonly keep?: boolean;
  readonly signal?: AbortSignal;
}

/** What a judge made of a trial, and what its candidate really did. */
export interface Reading {
  readonly scorecard: Scorecard;
  readonly departures: readonly Departure[];
}

export async function specimenOf(name: string): Promise<Specimen> {
  const loaded = await resolveTask(name);
  return { loaded, modules: await loadTaskModules(loaded) };
}

/**
 * Runs the reference agent on a task and judges it: real process, files, HTTP and recorders. The trial's folder goes
 * afterwards, unless it is kept.
 * @throws ObeyError `infrastructure` when the machine failed, `interrupted` when the signal was given
 */
export async function referenceTrial(
  specimen: Specimen,
  trial: ReferenceTrial,
  { keep = false, signal }: ReferenceTrialOptions = {},
): Promise<Reading> {
  const folder = await mkdtemp(join(tmpdir(), `obey-calibration-${trial.script ?? 'obedient'}-`));
  const departures: Departure[] = [];
  let isKept = false;
  try {
    const { record, scorecard } = await performTrial({
      ...specimen,
      candidate: {
        harness: 'reference',
        environment: 'local',
        ...(trial.script === undefined ? {} : { deviation: trial.script }),
      },
      ...{ seed: trial.seed, level: trial.level, pace: defaultPace, folder: join(folder, 'trial') },
      ...(trial.secret === undefined ? {} : { secret: trial.secret }),
      ...(signal === undefined ? {} : { signal }),
      onDeviate: (departure) => departures.push(departure),
    });
    if (record.status === 'interrupted') throw new ObeyError('interrupted', 'the calibration was interrupted');
    if (scorecard === null) throw new ObeyError('infrastructure', record.error ?? record.status);
    isKept = keep && scorecard.strict !== true;
    return { scorecard, departures };
  } finally {
    if (!isKept) await rm(folder, { recursive: true, force: true });
  }
}
