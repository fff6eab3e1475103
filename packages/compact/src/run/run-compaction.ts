import { stat } from 'node:fs/promises';
import { ObeyError } from '@obey/schema';
import { type Fence, hardenedFence, referenceFence } from '../artifact/fence.js';
import type { Method } from '../model/method.js';
import type { Provider } from '../model/provider.js';
import type { ScorerProfile, ScorerVersion } from '../model/scorer.js';
import { obey1Profile } from '../obey/score/obey1-profile.js';
import type { CaseComplete, RunStart } from '../results/results-event.js';
import { openResults, readResultsFile } from '../results/results-file.js';
import { resumeRun } from '../results/resume.js';
import { scorer100, scorer200 } from '../score/reference-scorer.js';
import type { Suite } from '../template/load-suite.js';
import { type AnyTemplate, loadAnySuite } from './any-suite.js';
import { planCases } from './plan-cases.js';
import { type CompactProgress, type PlayedSuite, playSuite, runStart } from './play-suite.js';
import type { RunSettings } from './run-settings.js';
import { suiteDigest } from './suite-digest.js';

/** The formulas of a profile. */
export function profileOf(version: ScorerVersion): ScorerProfile {
  return { '1.0.0': scorer100, '2.0.0': scorer200, 'obey-1': obey1Profile }[version];
}

/** What a run takes from the machine it is on. */
export interface RunMachine {
  /** A name that no other run has. */
  readonly newId: () => string;
  /** The present, as results.jsonl spells it: UTC, microseconds, `Z`. */
  readonly timestamp: () => string;
  /** Milliseconds, for latencies. */
  readonly now: () => number;
  /** 16 to 64 letters and digits that nobody could guess. */
  readonly delimiter: () => string;
  /** Versions that decide a result: `obey`, `node`. */
  readonly versions: Readonly<Record<string, string>>;
}

export interface CompactionRun {
  /** The folder of the suite. */
  readonly suite: string;
  readonly settings: RunSettings;
  readonly method: Method;
  readonly provider: Provider;
  readonly model: string;
  /** Whether the model is asked at another address than its provider's own. */
  readonly endpoint?: 'default' | 'custom';
  /** Cases at once. */
  readonly concurrency: number;
  /** The results file. */
  readonly output: string;
  /** What becomes of a file that is there: none may be, it is gone on with, or it is replaced. */
  readonly existing: 'refuse' | 'resume' | 'replace';
  readonly machine: RunMachine;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CompactProgress) => void;
}

/**
 * Runs a method on a suite and writes results.jsonl: each case is on the disk before the next is counted, so that a run that
 * was killed goes on where it was. Nothing is written before suite, method and every case are known to be sound.
 *
 * @throws ObeyError with one line: a suite or template that cannot be read, `conflict` for a file that is in the way or
 *   another run's, `infrastructure` when cases could not be played, `interrupted`
 */
export async function runCompaction(run: CompactionRun): Promise<PlayedSuite> {
  const suite = loadAnySuite(run.suite);
  if (suite.files.length === 0) {
    throw new ObeyError('not-found', `the suite ${suite.key} holds no template`, { at: { file: run.suite } });
  }
  const scripts = planCases(suite, run.settings);
  const wanted = startOf(run, suite);
  const done = await finishedCases(run, wanted);
  const writer = await openResults(run.output, done === undefined ? writeMode(run) : 'append');
  try {
    if (done === undefined) await writer.append(wanted);
    return await playSuite(scripts, writer, done ?? [], {
      ...run,
      profile: profileOf(run.settings.scorer),
      fence: () => fenceOf(run),
      ...run.machine,
    });
  } finally {
    await writer.close();
  }
}

const writeMode = ({ existing }: CompactionRun) => (existing === 'refuse' ? 'create' : 'replace');

function fenceOf({ settings, machine }: CompactionRun): Fence {
  return settings.scorer === 'obey-1' ? hardenedFence(machine.delimiter()) : referenceFence;
}

function startOf(run: CompactionRun, suite: Suite<AnyTemplate>): RunStart {
  const { settings, machine, provider, endpoint = 'default' } = run;
  const start = {
    run_id: machine.newId(),
    started_at: machine.timestamp(),
    suite,
    provider: provider.key,
    ...(settings.scorer === '1.0.0' ? {} : { endpoint_kind: endpoint }),
    ...(settings.scorer === 'obey-1' ? { obey: provenance(run, suite) } : {}),
  };
  return runStart(start, run);
}

function provenance({ machine, settings, method, concurrency }: CompactionRun, suite: Suite<AnyTemplate>) {
  return {
    format: 1 as const,
    versions: { ...machine.versions },
    suite_sha256: suiteDigest(suite),
    parameters: { carry: settings.carry, concurrency, method: method.spec },
  };
}

/** The finished cases of the file that is gone on with; undefined where a new one is begun. */
async function finishedCases(run: CompactionRun, wanted: RunStart): Promise<readonly CaseComplete[] | undefined> {
  if (run.existing !== 'resume') return undefined;
  const size = await stat(run.output).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) return undefined;
  const log = await readResultsFile(run.output);
  // Killed while its first line was written: nothing is there to go on with.
  return log.events.length === 0 ? undefined : resumeRun(log, wanted).done;
}
