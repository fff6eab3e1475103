import { ObeyError } from '@obey/schema';
import { shortened } from '../json/code-points.js';
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
  const found = resumeDifferences(start, wanted);
  if (found.length > 0) {
    throw new ObeyError('conflict', `cannot resume another run: ${found.join('; ')}`, {
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
  return [
    ...names.flatMap((name) => differences({ [name]: start[name] }, { [name]: wanted[name] })),
    ...(wanted.scorer_version === '1.0.0'
      ? []
      : differences(
          { endpoint_kind: start.endpoint_kind ?? 'default' },
          { endpoint_kind: wanted.endpoint_kind ?? 'default' },
        )),
    ...(ours
      ? [
          ...obeyDifferences(start, wanted),
          ...differences({ 'method file': start.obey?.method_sha256 }, { 'method file': wanted.obey?.method_sha256 }),
        ]
      : []),
  ];
}

/** In what two runs of `obey-1` differ, beyond what every run says: the suite's files, and the parameters that change answers. */
export function obeyDifferences(start: RunStart, wanted: RunStart): string[] {
  const told = ({ obey }: RunStart) => ({
    suite: obey?.suite_sha256,
    carry: textOf(obey?.parameters.carry),
    temperature: textOf(obey?.parameters.temperature),
    max_tokens: textOf(obey?.parameters.max_tokens),
  });
  return differences(told(start), told(wanted));
}

/** The members of which a file has another value than is wanted. */
export function differences(
  has: Readonly<Record<string, unknown>>,
  wants: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(has).flatMap(([name, value]) =>
    value === wants[name] ? [] : [`${name}: the file has ${shown(value)}, wanted ${shown(wants[name])}`],
  );
}

const shown = (value: unknown): string => shortened(String(value ?? 'none'), 100);

/** Numbers of a file may be whole or not; undefined where there is none. */
const textOf = (value: unknown): string | undefined => (value === undefined ? undefined : String(value));
