import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ObeyError } from '@obey/schema';
import type { Method } from '../model/method.js';
import type { Provider } from '../model/provider.js';
import type { ScorerProfile, ScorerVersion } from '../model/scorer.js';
import { obey1Profile } from '../obey/score/obey1-profile.js';
import { type CallParameters, parametersTold, withParameters } from '../providers/with-parameters.js';
import type { RunProvenance } from '../results/obey-extension.js';
import type { CaseComplete, RunEnd, RunStart } from '../results/results-event.js';
import { openResults, readResultsFile } from '../results/results-file.js';
import { resumeRun } from '../results/resume.js';
import { scorer100, scorer200 } from '../score/reference-scorer.js';
import type { Suite } from '../template/load-suite.js';
import { type AnyTemplate, loadAnySuite } from './any-suite.js';
import type { CaseScript } from './case-script.js';
import { libraryVersions } from './package-folder.js';
import { planCases } from './plan-cases.js';
import { type CompactProgress, inPlanOrder, type PlayedSuite, playSuite, runStart } from './play-suite.js';
import { requireScorable } from './require-scorable.js';
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
  /** Versions that decide a result, beside those of this package and its libraries: `obey`, `node`. */
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
  /** Of every request; without them, temperature 0 and 2048 tokens. */
  readonly parameters?: CallParameters;
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
 * was killed goes on where it was. Nothing is written before suite, method and every case are known to be sound. A file whose
 * run is finished is left as it is.
 *
 * @throws ObeyError with one line: a suite or template that cannot be read, `conflict` for a file that is in the way or
 *   another run's, `infrastructure` when cases could not be played, `interrupted`
 */
export async function runCompaction(run: CompactionRun): Promise<PlayedSuite> {
  const { scripts, wanted, old } = await planRun(run);
  if (old?.end !== undefined && old.done.length === scripts.length) {
    const done = old.done.map(({ case_result }) => case_result);
    return { cases: inPlanOrder(scripts, done), end: old.end, played: 0 };
  }
  const writer = await openResults(run.output, old === undefined ? writeMode(run) : 'append');
  try {
    if (old === undefined) await writer.append(wanted);
    return await playSuite(scripts, writer, old?.done ?? [], {
      ...run,
      provider: withParameters(run.provider, run.parameters ?? {}),
      profile: profileOf(run.settings.scorer),
      ...run.machine,
    });
  } finally {
    await writer.close();
  }
}

/**
 * What `runCompaction` finds before it writes or asks anything, for whoever starts several runs and wants to know first.
 *
 * @throws ObeyError as `runCompaction`
 */
export async function checkCompaction(run: CompactionRun): Promise<void> {
  await planRun(run);
}

interface PlannedRun {
  readonly scripts: readonly CaseScript[];
  readonly wanted: RunStart;
  /** What is gone on with; undefined where a file is begun. */
  readonly old: FinishedCases | undefined;
}

async function planRun(run: CompactionRun): Promise<PlannedRun> {
  const suite = loadAnySuite(run.suite);
  if (suite.files.length === 0) {
    throw new ObeyError('not-found', `the suite ${suite.key} holds no template`, { at: { file: run.suite } });
  }
  const scripts = planCases(suite, run.settings);
  requireScorable(scripts, profileOf(run.settings.scorer));
  const wanted = startOf(run, suite);
  const old = await finishedCases(run, wanted);
  const planned = new Set(scripts.map((script) => script.case.case_id));
  const foreign = old?.done.find(({ case_result }) => !planned.has(case_result.case_id));
  if (foreign !== undefined) {
    throw new ObeyError('conflict', `holds ${foreign.case_result.case_id}, which is no case of this run`, {
      at: { file: run.output },
      hint: 'the suite was changed: give another output',
    });
  }
  return { scripts, wanted, old };
}

const writeMode = ({ existing }: CompactionRun) => (existing === 'refuse' ? 'create' : 'replace');

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

function provenance(run: CompactionRun, suite: Suite<AnyTemplate>): RunProvenance {
  const { machine, settings, method, concurrency, parameters = {} } = run;
  const { fileSha256, spec } = method;
  return {
    format: 1,
    versions: { ...machine.versions, ...libraryVersions() },
    suite_sha256: suiteDigest(suite),
    ...(fileSha256 === undefined ? {} : { method_sha256: fileSha256 }),
    parameters: {
      carry: settings.carry,
      concurrency,
      // Where a file lies is nobody else's business.
      method: fileSha256 === undefined ? spec : basename(spec.replaceAll('\\', '/')),
      ...parametersTold(parameters),
    },
  };
}

interface FinishedCases {
  readonly done: readonly CaseComplete[];
  /** Present where it is the last that the file holds. */
  readonly end: RunEnd | undefined;
}

/** The finished cases of the file that is gone on with; undefined where a new one is begun. */
async function finishedCases(run: CompactionRun, wanted: RunStart): Promise<FinishedCases | undefined> {
  if (run.existing !== 'resume') return undefined;
  const size = await stat(run.output).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) return undefined;
  const log = await readResultsFile(run.output);
  // Killed while its first line was written: nothing is there to go on with.
  if (log.events.length === 0) return undefined;
  const last = log.events.at(-1);
  return { done: resumeRun(log, wanted).done, end: last?.event === 'run_end' && !log.torn ? last : undefined };
}
