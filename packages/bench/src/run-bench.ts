import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type LoadedTask, loadTaskModules, resolveTask, type TaskModules } from '@obey/catalog';
import { formatCandidate, type Leaderboard, ObeyError, type Result, type Run } from '@obey/schema';
import PQueue from 'p-queue';
import type { BenchProgress } from './bench-progress.js';
import { buildLeaderboard } from './leaderboard.js';
import { openResultsLog, type ResultsLog } from './results-log.js';
import { createRunFolder, readRun, resultsFile, trialFolder } from './run-folder.js';
import { lockRun } from './run-lock.js';
import { performJob, type TrialJob } from './trial-job.js';

export interface BenchOptions {
  /** The folder of the run. */
  readonly folder: string;
  /** Stops after what is under way has been ended and cleaned up. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BenchProgress) => void;
}

export interface BenchOutcome {
  readonly run: Run;
  readonly results: readonly Result[];
  readonly leaderboard: Leaderboard;
}

/**
 * Runs a plan in a new folder: every candidate on every task, `trials` times. Each result is on the disk before the
 * next is counted, so `resumeBench` loses at most the trials that were under way.
 * @throws ObeyError `conflict` when the folder holds a run, `interrupted` when the signal was given, and whatever
 *   makes a trial impossible (a task that cannot be prepared, a harness that is not installed)
 */
export async function runBench(run: Run, options: BenchOptions): Promise<BenchOutcome> {
  await createRunFolder(options.folder, run);
  return await complete(run, options);
}

/**
 * Runs what a run still lacks; a finished run gives its leaderboard again.
 * @throws ObeyError as `runBench`, `not-found` when no run lies there, `conflict` when a task has another version by now
 */
export async function resumeBench(options: BenchOptions): Promise<BenchOutcome> {
  return await complete(await readRun(options.folder), options);
}

async function complete(run: Run, options: BenchOptions): Promise<BenchOutcome> {
  const release = await lockRun(options.folder);
  try {
    const log = await openResultsLog(resultsFile(options.folder));
    try {
      await runMissing(run, log, options);
      const results = [...log.results];
      return { run, results, leaderboard: buildLeaderboard([{ run, results }]) };
    } finally {
      await log.close();
    }
  } finally {
    await release();
  }
}

async function runMissing(run: Run, log: ResultsLog, options: BenchOptions): Promise<void> {
  const { folder, onProgress } = options;
  const planned = jobsOf(run);
  const jobs = planned.filter((job) => !log.has(job));
  if (jobs.length === 0) return;
  const tasks = await loadTasks(run, new Set(jobs.map((job) => job.task)));
  const total = planned.length;
  // The first failure stops everything: what cannot run once cannot run at all.
  const failure = new AbortController();
  let failed: { readonly reason: unknown } | undefined;
  const signal = options.signal === undefined ? failure.signal : AbortSignal.any([options.signal, failure.signal]);
  const queue = new PQueue({ concurrency: run.concurrency });
  const perform = async (job: PlannedJob): Promise<void> => {
    if (signal.aborted) return;
    const { task, candidate, trial } = job;
    const about = () => ({ task, candidate, trial, done: log.results.length, total });
    const { loaded, modules } = tasks.get(task) as TaskParts;
    onProgress?.({ type: 'trial-started', ...about() });
    const onRetry = (attempt: number, error: string) =>
      onProgress?.({ type: 'trial-retried', ...about(), attempt, error });
    const path = join(folder, ...job.folder.split('/'));
    await mkdir(dirname(path), { recursive: true });
    const result = await performJob(
      { ...job, retries: run.retries, onRetry },
      {
        loaded,
        modules,
        candidate: job.parsed,
        seed: run.seed + trial - 1,
        level: run.level,
        pace: run.pace,
        folder: path,
        signal,
        ...(run.harness === undefined ? {} : { harness: run.harness }),
        ...(run.timeLimit === null ? {} : { timeLimit: run.timeLimit }),
      },
    );
    await log.append(result);
    onProgress?.({ type: 'trial-finished', ...about(), result });
  };
  const attempt = (job: PlannedJob) =>
    perform(job).catch((reason: unknown) => {
      failed ??= { reason };
      failure.abort();
    });
  await queue.addAll(jobs.map((job) => () => attempt(job)));
  if (options.signal?.aborted === true && log.results.length < total) {
    throw new ObeyError('interrupted', `interrupted after ${log.results.length} of ${total} trials`, {
      hint: `continue with obey bench --resume ${folder}`,
    });
  }
  if (failed !== undefined) throw failed.reason;
}

type PlannedJob = Pick<TrialJob, 'task' | 'candidate' | 'trial' | 'folder'> & {
  readonly parsed: Run['candidates'][number];
};

/** Trial by trial over all tasks and candidates, so that a run that is stopped early is still balanced. */
function jobsOf(run: Run): PlannedJob[] {
  const leftOut = new Set(run.inapplicable?.map(({ task, candidate }) => `${task} ${candidate}`));
  return Array.from({ length: run.trials }, (_, index) => index + 1).flatMap((trial) =>
    run.tasks.flatMap(({ id: task }) =>
      run.candidates.flatMap((parsed): PlannedJob[] => {
        const candidate = formatCandidate(parsed);
        if (leftOut.has(`${task} ${candidate}`)) return [];
        return [{ task, candidate, trial, parsed, folder: trialFolder({ task, candidate, trial }) }];
      }),
    ),
  );
}

interface TaskParts {
  readonly loaded: LoadedTask;
  readonly modules: TaskModules;
}

async function loadTasks(run: Run, wanted: ReadonlySet<string>): Promise<Map<string, TaskParts>> {
  const parts = new Map<string, TaskParts>();
  for (const { id, version, folder } of run.tasks) {
    if (!wanted.has(id)) continue;
    const loaded = await resolveTask(folder ?? id);
    if (loaded.task.version !== version) {
      throw new ObeyError(
        'conflict',
        `${id} has version ${loaded.task.version} by now, the run was planned with ${version}`,
        {
          hint: 'start a new run',
        },
      );
    }
    parts.set(id, { loaded, modules: await loadTaskModules(loaded) });
  }
  return parts;
}
