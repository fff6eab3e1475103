import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedTask, TaskModules } from '@obey/catalog';
import { formatScorecard, type JudgeTrialOptions, judgeTrial } from '@obey/judge';
import { newSecret, prepareTask } from '@obey/prepare';
import type { Departure } from '@obey/process';
import { checkCandidate, type HarnessOptions, runTrial } from '@obey/runner';
import type { Candidate, Level, Scorecard, Trial } from '@obey/schema';

export interface TrialRequest {
  readonly loaded: LoadedTask;
  readonly modules: TaskModules;
  readonly candidate: Candidate;
  readonly seed: number;
  readonly level: Level;
  /** Scale of simulated latency; 1 is the real one. */
  readonly pace: number;
  /** The trial's folder; made whole under another name first. */
  readonly folder: string;
  /** Seconds; the task's own limit when absent. */
  readonly timeLimit?: number;
  readonly harness?: HarnessOptions;
  readonly signal?: AbortSignal;
  /** Hex; a fresh one when absent. Fix it only for golden tests. */
  readonly secret?: string;
  /** Told of each departure that a scripted candidate makes from the process. */
  readonly onDeviate?: (departure: Departure) => void;
}

export interface PerformedTrial {
  readonly record: Trial;
  /** Null when it ended in an infrastructure error: there is nothing of the candidate's to judge. */
  readonly scorecard: Scorecard | null;
}

/**
 * Prepares an instance, runs the candidate on it, judges what it did, and leaves all of it in `folder`.
 * @throws ObeyError `usage` for a candidate that cannot be, `prepare-failed` for a task that cannot, `conflict` when `folder` holds something else
 */
export async function performTrial(request: TrialRequest): Promise<PerformedTrial> {
  const { loaded, modules, candidate, seed, level, pace, folder, timeLimit, harness, signal, onDeviate } = request;
  checkCandidate(candidate);
  const secret = request.secret ?? newSecret();
  const prepared = prepareTask({ ...loaded, ...modules }, { seed, level, secret });
  const record = await runTrial({
    loaded,
    modules,
    prepared,
    secret,
    candidate,
    folder,
    pace,
    ...(timeLimit === undefined ? {} : { limits: { seconds: timeLimit } }),
    ...(harness === undefined ? {} : { harnessOptions: harness }),
    ...(signal === undefined ? {} : { signal }),
    ...(onDeviate === undefined ? {} : { onDeviate }),
  });
  // It ran these very modules, so that they need not be loaded again.
  return { record, scorecard: await scoreTrial(folder, record, { loadChecks: async () => modules.checks }) };
}

/** Judges a trial from its folder and writes scorecard.json there; judging again gives the same bytes. */
export async function scoreTrial(
  folder: string,
  record: Trial,
  options: JudgeTrialOptions = {},
): Promise<Scorecard | null> {
  if (record.status === 'infrastructure-error' || record.status === 'interrupted') return null;
  const scorecard = await judgeTrial(folder, options);
  const path = join(folder, 'scorecard.json');
  await writeFile(`${path}.part`, formatScorecard(scorecard));
  await rename(`${path}.part`, path);
  return scorecard;
}
