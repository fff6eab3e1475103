import { ObeyError } from '@obey/schema';
import type { ResultsLog } from './parse-results.js';
import type { CaseComplete, RunStart } from './results-event.js';
import { caseEvents, distinctCases } from './run-result.js';

const compared = [
  'method_name',
  'suite_key',
  'target_provider',
  'target_model',
  'difficulty',
  'drift_cycles',
  'seed_group',
  'case_count_per_template',
  // The reference resumes over a change of scorer and mixes two kinds of score; we do not.
  'scorer_version',
] as const satisfies readonly (keyof RunStart)[];

/** What obey-1 also holds equal, so that a resumed run equals an unbroken one. */
const comparedByObey = ['method_version', 'suite_version'] as const satisfies readonly (keyof RunStart)[];

/** Parameters that change answers; how many cases are played at once does not. */
const comparedParameters = ['carry', 'temperature', 'max_tokens'];

export interface ResumedRun {
  /** Kept from the file. */
  readonly run_id: string;
  readonly started_at: string;
  /** The cases that are done, each once. */
  readonly done: readonly CaseComplete[];
}

/**
 * What to go on with: the run that stands in a file, if it is the run that is wanted.
 * @throws ObeyError `run-invalid` when the file does not begin with `run_start`, `conflict` with every difference
 */
export function resumeRun(log: ResultsLog, wanted: RunStart): ResumedRun {
  const [start] = log.events;
  if (start?.event !== 'run_start') {
    throw new ObeyError('run-invalid', 'does not begin with a run_start event', {
      at: { file: log.path },
      hint: 'leave out --resume to start over',
    });
  }
  const differences = resumeDifferences(start, wanted);
  if (differences.length > 0) {
    throw new ObeyError('conflict', `cannot resume another run: ${differences.join('; ')}`, {
      at: { file: log.path },
      hint: 'give the options that the run was started with, or another output',
    });
  }
  const events = distinctCases(caseEvents(log).map((event) => ({ case_id: event.case_result.case_id, event })));
  return { run_id: start.run_id, started_at: start.started_at, done: events.map(({ event }) => event) };
}

/** In what a started run differs from the one wanted: `name: file has x, wanted y`. */
export function resumeDifferences(start: RunStart, wanted: RunStart): string[] {
  const ours = wanted.scorer_version === 'obey-1';
  const names: (keyof RunStart)[] = ours ? [...compared, ...comparedByObey] : [...compared];
  const differences = names.flatMap((name) => difference(name, start[name], wanted[name]));
  if (wanted.scorer_version !== '1.0.0') {
    differences.push(
      ...difference('endpoint_kind', start.endpoint_kind ?? 'default', wanted.endpoint_kind ?? 'default'),
    );
  }
  if (!ours) return differences;
  const [has, wants] = [start.obey, wanted.obey];
  differences.push(
    ...difference('suite', has?.suite_sha256, wants?.suite_sha256),
    ...difference('method file', has?.method_sha256, wants?.method_sha256),
  );
  for (const name of comparedParameters) {
    differences.push(...difference(name, textOf(has?.parameters[name]), textOf(wants?.parameters[name])));
  }
  return differences;
}

/** Numbers of a file may be whole or not; undefined where there is none. */
const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));

const difference = (name: string, has: unknown, wants: unknown): string[] =>
  has === wants ? [] : [`${name}: the file has ${String(has ?? 'none')}, wanted ${String(wants ?? 'none')}`];
