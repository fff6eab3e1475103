import path from 'node:path';
import { type Check, findTaskFolder, loadTask, loadTaskModules } from '@obey/catalog';
import { plannedFaults, proofToken } from '@obey/prepare';
import { replayProcess } from '@obey/process';
import { ObeyError, type Scorecard, type Task, type TraceSource, type Trial } from '@obey/schema';
import { readTraceBatches } from '@obey/trace';
import { concurrencyCap, observableInTrial } from './capability/observable.js';
import { workspaceFiles } from './correctness/workspace-files.js';
import { readTrial } from './evidence/read-trial.js';
import { StoredContents } from './evidence/stored-contents.js';
import { trustedEvents } from './evidence/trusted-events.js';
import { examineContents } from './integrity/examine-contents.js';
import { TraceObserver } from './integrity/trace-observer.js';
import { scoreReplay } from './score-replay.js';

export type Checks = Readonly<Record<string, Check>>;

export interface JudgeTrialOptions {
  /** Gives the named checks of the trial's task; by default they are loaded from its folder, and only when its evaluation names one. */
  readonly loadChecks?: (trial: Trial) => Promise<Checks>;
}

const everySource: readonly TraceSource[] = ['service', 'workspace', 'harness', 'runner'];

/**
 * Judges a trial from its folder (trial.json, sealed.json, process.yaml, trace.jsonl, files/, workspace/) and writes nothing.
 * The same folder gives the same scorecard, byte for byte.
 *
 * @throws ObeyError `not-found` or `trial-invalid` for a folder that is no whole trial, `check-failed` for a broken check
 */
export async function judgeTrial(folder: string, options: JudgeTrialOptions = {}): Promise<Scorecard> {
  const { trial, sealed, task, process } = await readTrial(folder);
  const contents = new StoredContents(path.join(folder, 'files'));
  const observer = new TraceObserver({ proofs: [...process.steps.values()].some(({ proof }) => proof !== undefined) });
  const token = (item: string) => proofToken(sealed.secret, item);
  let broken: string | undefined;
  const batches = readTraceBatches(
    path.join(folder, 'trace.jsonl'),
    trial.traceHead === undefined ? {} : { head: trial.traceHead },
  );
  const events = trustedEvents(batches, observer, (reason) => {
    broken = reason;
  });
  const cap = concurrencyCap(trial.candidate.harness);
  const replay = await replayProcess(process, events, {
    facts: sealed.facts,
    parameters: sealed.parameters,
    observable: observableInTrial(trial.candidate, trial.recorders),
    content: contents.text,
    token,
    plannedFaults: await plannedFaults(process, sealed),
    ...(cap === undefined ? {} : { concurrencyCap: cap }),
  });
  if (trial.traceHead === undefined && observer.events > 0) broken ??= 'it is not chained to its trial';
  examineContents(observer, contents.text);
  if (contents.changed.size > 0) broken ??= `${contents.changed.size} kept contents were changed`;
  const damaged =
    broken === undefined ? observer.damaged : Object.fromEntries(everySource.map((name) => [name, broken]));
  return scoreReplay({
    identity: {
      task: trial.task,
      version: trial.version,
      seed: trial.seed,
      level: trial.level,
      candidate: trial.candidate,
      isolation: trial.isolation,
      status: trial.status,
      trial: trial.id,
    },
    process,
    replay,
    evaluation: task.evaluation,
    observer,
    damaged,
    audit: false,
    token,
    content: contents.text,
    asked: trial.compaction?.asked,
    facts: sealed.facts,
    parameters: sealed.parameters,
    files: await workspaceFiles(path.join(folder, 'workspace')),
    checks: await checksOf(trial, task, options),
  });
}

const plainName = /^[A-Za-z_$][\w$]*$/;

async function checksOf(trial: Trial, task: Task, { loadChecks }: JudgeTrialOptions): Promise<Checks> {
  if (!task.evaluation.correctness.some(({ check }) => plainName.test(check))) return {};
  if (loadChecks !== undefined) return loadChecks(trial);
  const loaded = await loadTask(trial.folder ?? (await findTaskFolder(trial.task)));
  if (loaded.task.version !== trial.version) {
    throw new ObeyError('conflict', `the trial ran ${trial.task} ${trial.version}, here is ${loaded.task.version}`, {
      hint: 'judge it with the version of the task that it ran',
    });
  }
  return (await loadTaskModules({ folder: loaded.folder })).checks;
}
