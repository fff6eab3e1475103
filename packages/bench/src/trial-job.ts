import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ObeyError, type Result, type Trial, trialSchema } from '@obey/schema';
import { type PerformedTrial, performTrial, scoreTrial, type TrialRequest } from './perform-trial.js';

export interface TrialJob {
  readonly task: string;
  readonly candidate: string;
  /** From 1. */
  readonly trial: number;
  /** Relative to the run's folder. */
  readonly folder: string;
  /** How often an infrastructure error is tried again. */
  readonly retries: number;
  readonly onRetry?: (attempt: number, error: string) => void;
}

/**
 * Runs one trial of a benchmark until it has a result. A whole trial that an earlier, killed run left in the folder is
 * judged and used; what it left half done is removed; each attempt that met an infrastructure error is kept beside it.
 * @throws ObeyError `interrupted` when the signal was given: then there is no result and nothing is left
 */
export async function performJob(job: TrialJob, request: TrialRequest): Promise<Result> {
  await removeLeftovers(request.folder);
  for (let attempt = 1 + (await countAttempts(request.folder)); ; attempt++) {
    const { record, scorecard } = (await recover(request.folder)) ?? (await performTrial(request));
    if (record.status === 'interrupted') {
      await rm(request.folder, { recursive: true, force: true });
      throw new ObeyError('interrupted', `${job.task} with ${job.candidate} was interrupted`);
    }
    if (record.status !== 'infrastructure-error' || attempt > job.retries) {
      const { task, candidate, trial, folder } = job;
      return { schema: 'obey-result/1', task, candidate, trial, folder, attempts: attempt, record, scorecard };
    }
    job.onRetry?.(attempt, record.error ?? 'infrastructure error');
    await rename(request.folder, attemptFolder(request.folder, attempt));
    // A busy provider wants a pause; an abort ends it and the next attempt says that it was interrupted.
    await sleep(Math.min(30_000, firstPauseMs * 2 ** (attempt - 1)), undefined, { signal: request.signal }).catch(
      () => {},
    );
  }
}

const firstPauseMs = 500;

/** A trial folder has its name only when it is whole, so one that is there needs no running again. */
async function recover(folder: string): Promise<PerformedTrial | undefined> {
  let record: Trial;
  try {
    record = trialSchema.parse(JSON.parse(await readFile(join(folder, 'trial.json'), 'utf8')));
    if (record.status === 'interrupted') throw new ObeyError('interrupted', 'it was ended before its time');
  } catch {
    await rm(folder, { recursive: true, force: true });
    return undefined;
  }
  return { record, scorecard: await scoreTrial(folder, record) };
}

const attemptFolder = (folder: string, attempt: number): string => `${folder}.attempt-${attempt}`;

const siblings = async (folder: string): Promise<string[]> => {
  const names = await readdir(dirname(folder)).catch(() => []);
  return names.filter((name) => name.startsWith(`${basename(folder)}.`));
};

async function countAttempts(folder: string): Promise<number> {
  return (await siblings(folder)).filter((name) => /\.attempt-\d+$/.test(name)).length;
}

async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await siblings(folder)) {
    if (!/\.attempt-\d+$/.test(name)) await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}
