import { ObeyError } from '@obey/schema';
import PQueue from 'p-queue';
import { fenceOf, referenceFence } from '../artifact/fence.js';
import { writeCase } from '../case/write-case.js';
import { shortened } from '../json/code-points.js';
import type { Method } from '../model/method.js';
import type { Provider } from '../model/provider.js';
import type { ScorerProfile } from '../model/scorer.js';
import { caseEvidence } from '../results/case-evidence.js';
import type { CaseComplete, CaseResult, RunEnd, RunStart } from '../results/results-event.js';
import type { ResultsWriter } from '../results/results-file.js';
import { sumUsage } from '../results/token-usage.js';
import { aggregateCases } from '../score/aggregate.js';
import type { CaseScript } from './case-script.js';
import { playCase } from './play-case.js';
import type { RunSettings } from './run-settings.js';

export interface PlaySuiteOptions {
  readonly settings: RunSettings;
  readonly profile: ScorerProfile;
  readonly method: Method;
  readonly provider: Provider;
  readonly model: string;
  /** Cases at once, at least 1. */
  readonly concurrency: number;
  /** Milliseconds. */
  readonly now: () => number;
  /** The present, as results.jsonl spells it. */
  readonly timestamp: () => string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CompactProgress) => void;
}

export interface CompactProgress {
  /** Name of the method. */
  readonly method: string;
  readonly case_id: string;
  /** The case's score; the message where it could not be played. */
  readonly outcome: number | string;
  readonly done: number;
  readonly total: number;
}

export interface PlayedSuite {
  /** In the order of the plan, so that sums do not hang on which was finished first. */
  readonly cases: readonly CaseResult[];
  readonly end: RunEnd;
  /** How many of them were played now. */
  readonly played: number;
}

/**
 * Plays the cases that are not done yet and appends each as it is finished, then the run's end. A case that fails leaves the
 * others alone: they are played and kept, so that the run can be resumed.
 *
 * @throws ObeyError `infrastructure` with the first failure when a case could not be played, `interrupted` when the signal
 *   was given; then no end is written
 */
export async function playSuite(
  scripts: readonly CaseScript[],
  writer: ResultsWriter,
  old: readonly CaseComplete[],
  options: PlaySuiteOptions,
): Promise<PlayedSuite> {
  const { settings, profile, method, model, provider, signal, onProgress } = options;
  const fence = profile.version === 'obey-1' ? fenceOf : () => referenceFence;
  const known = new Set(old.map(({ case_result }) => case_result.case_id));
  const pending = scripts.filter((script) => !known.has(script.case.case_id));
  const queue = new PQueue({ concurrency: Math.max(1, options.concurrency) });
  const finished: CaseResult[] = [];
  const failures: { readonly case_id: string; readonly message: string; readonly cause: unknown }[] = [];
  const tell = (case_id: string, outcome: number | string) =>
    onProgress?.({
      method: method.name,
      case_id,
      outcome,
      done: known.size + finished.length + failures.length,
      total: known.size + pending.length,
    });
  const play = async (script: CaseScript): Promise<void> => {
    if (signal?.aborted) return;
    const { case_id } = script.case;
    try {
      const { result, cycles, models } = await playCase(script, {
        ...{ profile, provider, model, fence, carry: settings.carry, now: options.now },
        compactor: (counted) => method.create({ provider: counted, model }),
        ...(signal === undefined ? {} : { signal }),
      });
      const evidence =
        profile.version === 'obey-1' ? { obey: caseEvidence(writeCase(script.case, 'compact'), cycles, models) } : {};
      await writer.append({ event: 'case_complete', case_result: result, ...evidence });
      finished.push(result);
      tell(case_id, result.case_score);
    } catch (cause) {
      if (signal?.aborted) return;
      const message = reasonOf(cause);
      failures.push({ case_id, message, cause });
      tell(case_id, message);
    }
  };
  await queue.addAll(pending.map((script) => () => play(script)));
  if (signal?.aborted) {
    throw new ObeyError('interrupted', `interrupted after ${known.size + finished.length} of ${scripts.length} cases`, {
      hint: 'go on with --resume',
    });
  }
  const [first] = failures;
  if (first !== undefined) {
    throw new ObeyError(
      'infrastructure',
      `${failures.length} of ${scripts.length} cases could not be played; ${first.case_id}: ${first.message}`,
      { hint: 'what was finished is kept: go on with --resume', cause: first.cause },
    );
  }
  const cases = inPlanOrder(scripts, [...old.map(({ case_result }) => case_result), ...finished]);
  const end: RunEnd = {
    event: 'run_end',
    completed_at: options.timestamp(),
    ...aggregateCases(cases, profile.version),
    token_usage: sumUsage(cases.map(({ token_usage }) => token_usage)),
    notes: [],
  };
  await writer.append(end);
  return { cases, end, played: finished.length };
}

/** Why a case could not be played, in one line of at most 500 characters: it may quote whatever a model or a method said. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being replaced
  return shortened(message.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' '), 500);
}

/** Each case once, where the plan has it. */
export function inPlanOrder(scripts: readonly CaseScript[], results: readonly CaseResult[]): CaseResult[] {
  const byId = new Map(results.map((result) => [result.case_id, result]));
  return scripts.flatMap((script) => byId.get(script.case.case_id) ?? []);
}

/** The first event of a run. */
export function runStart(
  run: Pick<RunStart, 'run_id' | 'started_at' | 'obey' | 'endpoint_kind'> & {
    readonly suite: { readonly key: string; readonly version: string };
    readonly provider: string;
  },
  { settings, method, model }: Pick<PlaySuiteOptions, 'settings' | 'method' | 'model'>,
): RunStart {
  const { suite, provider, endpoint_kind, obey } = run;
  return {
    event: 'run_start',
    run_id: run.run_id,
    method_name: method.name,
    method_version: method.version,
    suite_key: suite.key,
    suite_version: suite.version,
    scorer_version: settings.scorer,
    target_provider: provider,
    target_model: model,
    ...(endpoint_kind === undefined ? {} : { endpoint_kind }),
    difficulty: settings.difficulty,
    drift_cycles: settings.driftCycles,
    seed_group: settings.seedGroup,
    case_count_per_template: settings.caseCount,
    started_at: run.started_at,
    ...(obey === undefined ? {} : { obey }),
  };
}
