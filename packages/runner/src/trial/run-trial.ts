import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LoadedTask, TaskModules } from '@obey/catalog';
import { proofToken, type WorldOptions } from '@obey/prepare';
import type { Departure } from '@obey/process';
import { type Candidate, type PreparedTask, type Sealed, type Trial, trialSchema } from '@obey/schema';
import { mergeEvents, writeTrace } from '@obey/trace';
import { makePlace, removePlace } from '../environment/place.js';
import type { HarnessOptions } from '../harness/harness.js';
import { harnessOf } from '../harness/registry.js';
import { plantedSecrets } from '../redaction/planted-secrets.js';
import { Redactor } from '../redaction/redactor.js';
import { compactionPoint } from './compaction-point.js';
import { copyWorkspace } from './copy-workspace.js';
import { type Evidence, perform } from './perform.js';
import { RedactingStore } from './redacting-store.js';
import { runEvents } from './run-events.js';
import { machine, type Surroundings } from './surroundings.js';
import { scriptOf } from './think.js';
import { draftTrialFolder, type TrialDraft } from './trial-folder.js';
import { outcomeOf, outcomeOfError, type TrialOutcome } from './trial-outcome.js';

export interface TrialLimits {
  /** Default: the task's own limit. */
  readonly seconds?: number;
  /** Bytes that the candidate may print. Default: the task's, else 64 MiB. */
  readonly outputBytes?: number;
}

export interface RunTrialOptions {
  readonly loaded: LoadedTask;
  readonly modules: Pick<TaskModules, 'solve'> & Partial<Pick<TaskModules, 'services'>>;
  readonly prepared: PreparedTask;
  /** The trial's secret in hex, as it was given to `prepareTask`. */
  readonly secret: string;
  readonly candidate: Candidate;
  /** Becomes the trial's folder, once that is whole. An earlier trial there is replaced. */
  readonly folder: string;
  /** Scale of simulated latency; 1 is the real one. */
  readonly pace: number;
  readonly limits?: TrialLimits;
  /** Ends the trial; its status is then `interrupted`. */
  readonly signal?: AbortSignal;
  readonly harnessOptions?: HarnessOptions;
  readonly surroundings?: Partial<Surroundings>;
  /** Told of each departure that a scripted candidate makes from the process; nothing of it is kept. */
  readonly onDeviate?: (departure: Departure) => void;
}

const defaultOutputBytes = 64 << 20;

/**
 * Runs a candidate on a prepared task and leaves a trial's folder: what ran and how it ended, the prompt, the harness's own
 * logs, the trace, every version of every file, the workspace, and what was sealed until the candidate's last process was
 * dead. An error of the machine or of the model's provider is a status, not an exception.
 *
 * @throws ObeyError `usage` for a candidate that cannot be, `conflict` when `folder` holds something else, `prepare-failed`
 */
export async function runTrial(options: RunTrialOptions): Promise<Trial> {
  const { loaded, prepared, candidate, limits = {} } = options;
  const surroundings = { ...machine, ...options.surroundings };
  const harness = harnessOf(candidate);
  const script = scriptOf(candidate);
  const id = surroundings.newId();
  const redactor = new Redactor(plantedSecrets(surroundings.variables));
  const draft = await draftTrialFolder(resolve(options.folder), id);
  const place = await makePlace(id, surroundings.temporary);
  try {
    const harnessOptions = options.harnessOptions ?? {};
    const store = new RedactingStore(join(draft.path, 'files'), redactor);
    const begun = surroundings.now();
    const epochMs = surroundings.date();
    const clock = () => surroundings.now() - begun;
    let harnessVersion: string | undefined;
    let evidence: Evidence | undefined;
    let outcome: TrialOutcome;
    try {
      harnessVersion = await harness.version(harnessOptions, surroundings.variables);
      evidence = await perform({
        ...{
          candidate,
          harness,
          harnessOptions,
          script,
          prepared,
          place,
          store,
          redactor,
          surroundings,
          clock,
          epochMs,
        },
        compaction: harness.compacts ? compactionPoint(loaded) : undefined,
        task: loaded.task,
        process: loaded.process,
        handlers: options.modules.solve,
        stateful: statefulOf(options),
        pace: options.pace,
        raw: join(draft.path, 'raw'),
        timeMs: (limits.seconds ?? loaded.task.limits.minutes * 60) * 1_000,
        outputBytes: limits.outputBytes ?? loaded.task.limits.outputBytes ?? defaultOutputBytes,
        signal: options.signal,
        onDeviate: options.onDeviate,
      });
      outcome = outcomeOf(evidence);
    } catch (error) {
      const failed = outcomeOfError(error);
      if (failed === undefined) throw error;
      outcome = failed;
    }
    const ended = evidence?.endedAt ?? clock();
    const trace = await writeTrialTrace(draft, redactor, evidence, ended);
    const trial: Trial = trialSchema.parse({
      schema: 'obey-trial/1',
      id,
      task: prepared.task,
      version: prepared.version,
      ...(loaded.builtIn ? {} : { folder: loaded.folder }),
      seed: prepared.seed,
      level: prepared.level,
      pace: options.pace,
      candidate,
      isolation: 'none',
      recorders: { workspace: true, service: true, hooks: harness.hooks },
      ...(loaded.task.compaction === undefined
        ? {}
        : { compaction: { asked: loaded.task.compaction, supported: harness.compacts } }),
      ...(harnessVersion === undefined ? {} : { harnessVersion }),
      ...redactor.value(outcome),
      startedAt: new Date(epochMs).toISOString(),
      durationMs: ended,
      ...(trace.head === undefined ? {} : { traceHead: trace.head }),
      traceEvents: trace.events,
    });
    const leftOut = await copyWorkspace(place.workspace, join(draft.path, 'workspace'), redactor);
    if (leftOut.length > 0) await writeJson(join(draft.path, 'raw', 'left-out.json'), leftOut);
    await writeFile(join(draft.path, 'prompt.md'), redactor.text(evidence?.prompt ?? prepared.prompt));
    await writeFile(join(draft.path, 'process.yaml'), loaded.source);
    await writeSealed(join(draft.path, 'sealed.json'), prepared, options.secret);
    await writeJson(join(draft.path, 'trial.json'), trial);
    await draft.publish();
    return trial;
  } catch (error) {
    await draft.discard();
    throw error;
  } finally {
    await removePlace(place);
  }
}

function statefulOf({ modules, prepared, secret }: RunTrialOptions): NonNullable<WorldOptions['stateful']> {
  const { facts, parameters } = prepared;
  return {
    services: modules.services ?? {},
    context: { facts, parameters, token: (item) => proofToken(secret, item) },
  };
}

async function writeTrialTrace(draft: TrialDraft, redactor: Redactor, evidence: Evidence | undefined, ended: number) {
  const { ending, lags = {}, damaged = {}, events = [] } = evidence ?? {};
  // What the recorders found in their closing sweep belongs to the run.
  const end = events.flat().reduce((latest, event) => Math.max(latest, event.end), ended);
  const own = runEvents({ end, lags, damaged, ...(ending === undefined ? {} : { ending }) });
  const sources = [...events, own].map((list) => list.map((event) => redactor.value(event)));
  return writeTrace(join(draft.path, 'trace.jsonl'), mergeEvents(sources));
}

/** The candidate is dead; still nobody but the owner may read it. */
async function writeSealed(path: string, prepared: PreparedTask, secret: string): Promise<void> {
  const { parameters, facts, services } = prepared;
  const sealed: Sealed = { parameters, facts, services, secret };
  await writeFile(path, `${JSON.stringify(sealed)}\n`, { mode: 0o600 });
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
}
