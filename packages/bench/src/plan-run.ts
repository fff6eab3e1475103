import { randomBytes } from 'node:crypto';
import { type LoadedTask, taskMetadata } from '@obey/catalog';
import { checkCandidate, type HarnessOptions } from '@obey/runner';
import { type Candidate, formatCandidate, type Level, ObeyError, type Run } from '@obey/schema';
import { departsFrom } from './departs-from.js';
import { nothingToDepartFrom } from './nothing-to-depart-from.js';

export interface RunPlan {
  /** What the tasks were selected by, as the user said it. */
  readonly suite: string;
  readonly tasks: readonly LoadedTask[];
  readonly candidates: readonly Candidate[];
  /** Trials of each candidate on each task. */
  readonly trials: number;
  /** Trial n of every candidate is the instance of seed + n − 1, so candidates are compared on the same ones. */
  readonly seed: number;
  readonly level: Level;
  /** Scale of simulated latency; 1 is the real one. */
  readonly pace: number;
  /** Trials at once. */
  readonly concurrency: number;
  /** Seconds per trial in place of each task's own limit. */
  readonly timeLimit?: number;
  /** How often a trial that ended in an infrastructure error is run again. */
  readonly retries: number;
  /** Versions of what decides a result: `obey`, `node`. */
  readonly versions: Readonly<Record<string, string>>;
  readonly harness?: HarnessOptions;
}

/**
 * Writes a plan down as run.json holds it.
 * @throws ObeyError `usage` when there is nothing to run, a candidate or task is named twice, a candidate cannot be, or
 *   none has anything to depart from
 */
export function planRun(plan: RunPlan, createdAt: Date): Run {
  const candidates = plan.candidates.map(formatCandidate);
  if (plan.tasks.length === 0)
    throw new ObeyError('usage', `no task fits \`${plan.suite}\``, { hint: 'see obey catalog list' });
  if (candidates.length === 0) throw new ObeyError('usage', 'a benchmark needs at least one candidate');
  for (const candidate of plan.candidates) checkCandidate(candidate);
  refuseTwice('candidate', candidates);
  refuseTwice(
    'task',
    plan.tasks.map((loaded) => loaded.task.id),
  );
  const inapplicable = plan.tasks.flatMap((loaded) =>
    plan.candidates
      .filter((candidate) => !departsFrom(candidate, loaded))
      .map((candidate) => ({ task: loaded.task.id, candidate: formatCandidate(candidate) })),
  );
  if (inapplicable.length === plan.tasks.length * candidates.length) throw nothingToDepartFrom(candidates, plan.suite);
  return {
    schema: 'obey-run/1',
    id: runId(plan.suite, createdAt),
    suite: plan.suite,
    tasks: plan.tasks.map((loaded) => ({
      id: loaded.task.id,
      version: loaded.task.version,
      // A built-in task is found by its id, wherever this package is installed by then.
      ...(loaded.builtIn ? {} : { folder: loaded.folder }),
      constructs: taskMetadata(loaded.task).complexity,
    })),
    candidates: [...plan.candidates],
    ...(inapplicable.length === 0 ? {} : { inapplicable }),
    trials: plan.trials,
    seed: plan.seed,
    level: plan.level,
    pace: plan.pace,
    concurrency: plan.concurrency,
    timeLimit: plan.timeLimit ?? null,
    retries: plan.retries,
    createdAt: createdAt.toISOString(),
    versions: { ...plan.versions },
    ...(plan.harness === undefined ? {} : { harness: plan.harness }),
  };
}

/** A name for what is run now: when, what, and a part that no other run has; sorts by time. */
export function runId(what: string, at: Date, unique = randomBytes(3).toString('hex')): string {
  const time = at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
  const name = what
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `${time}-${name}-${unique}`;
}

function refuseTwice(kind: string, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new ObeyError('usage', `${kind} \`${twice}\` is named twice`);
}
