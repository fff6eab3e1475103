import type { Leaderboard, Result } from '@obey/schema';
import { buildTrial } from './build-trial.js';
import type { TraceEvents } from './collect-trace.js';
import { heatMap } from './heat-map.js';
import type { ReportDocument, ReportTrial } from './report-document.js';
import { defaultLimits, type ReportLimits } from './report-limits.js';

export interface BuildReportOptions {
  /** Default: the runs' names, or the single trial's candidate and task. */
  readonly title?: string;
  /** Null for a single trial. */
  readonly leaderboard: Leaderboard | null;
  readonly results: readonly Result[];
  /** The events of a trial in recorder order; null when no trace was kept. Each is read once and not held. */
  readonly traceOf: (result: Result) => TraceEvents | null | Promise<TraceEvents | null>;
  readonly limits?: Partial<ReportLimits>;
}

/**
 * Everything that a report says, ready to be rendered. Candidates come in the leaderboard's order, trials by candidate,
 * task and number. The same input gives the same document.
 *
 * @throws whatever `traceOf` and its iterable throw
 */
export async function buildReport(options: BuildReportOptions): Promise<ReportDocument> {
  const { leaderboard, results, traceOf } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const candidates = unique([
    ...(leaderboard?.entries.map((entry) => entry.candidate) ?? []),
    ...results.map((result) => result.candidate).sort(),
  ]);
  const tasks = unique([...Object.keys(leaderboard?.tasks ?? {}), ...results.map((result) => result.task)]).sort();
  const place = new Map(candidates.map((candidate, index) => [candidate, index]));
  const ordered = [...results].sort(
    (a, b) =>
      (place.get(a.candidate) ?? 0) - (place.get(b.candidate) ?? 0) ||
      tasks.indexOf(a.task) - tasks.indexOf(b.task) ||
      a.trial - b.trial,
  );
  const shown = ordered.slice(0, limits.trials);
  const marks = Math.max(60, Math.min(limits.marks, Math.floor(limits.allMarks / Math.max(1, shown.length))));
  const trials: ReportTrial[] = [];
  for (const [index, result] of shown.entries()) {
    trials.push(await buildTrial(`t${index + 1}`, result, await traceOf(result), { ...limits, marks }));
  }
  return {
    schema: 'obey-report/1',
    title: options.title ?? defaultTitle(leaderboard, results),
    leaderboard,
    candidates,
    tasks,
    heat: leaderboard === null ? [] : heatMap(ordered, candidates, tasks),
    trials,
    moreTrials: ordered.length - shown.length,
  };
}

function defaultTitle(leaderboard: Leaderboard | null, [first]: readonly Result[]): string {
  if (leaderboard !== null) return leaderboard.runs.join(', ');
  return first === undefined ? 'report' : `${first.candidate} on ${first.task}`;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
