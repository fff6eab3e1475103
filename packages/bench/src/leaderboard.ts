import { createRandom } from '@obey/prepare';
import {
  type Comparison,
  formatCandidate,
  type Leaderboard,
  type LeaderboardEntry,
  ObeyError,
  type Result,
  type Run,
} from '@obey/schema';
import { groupByTask, isScored } from './candidate-results.js';
import { compareCandidates } from './compare-candidates.js';
import { leaderboardEntry } from './leaderboard-entry.js';
import { taskWeight } from './task-weight.js';

/** A run's plan and what came of it so far. */
export interface RunResults {
  readonly run: Run;
  readonly results: readonly Result[];
}

/**
 * Ranks the candidates of one or more runs: best score first, with intervals, and paired differences of every two.
 * The same runs give the same leaderboard, to the byte, in whatever order they come.
 * @throws ObeyError `conflict` when runs differ in level, in a task's version, in the version of Obey or in
 *   what was set for a candidate's harness
 */
export function buildLeaderboard(given: readonly RunResults[]): Leaderboard {
  const runs = [...given].sort((a, b) => compareText(a.run.id, b.run.id));
  const first = runs[0];
  if (first === undefined) throw new ObeyError('usage', 'a leaderboard needs at least one run');
  const tasks = agreedTasks(runs);
  const results = runs.flatMap((run) => run.results);
  const weights = weightsOf(runs, results);
  const names = [...new Set(runs.flatMap(({ run }) => run.candidates.map(formatCandidate)))].sort(compareText);
  const of = (name: string) => results.filter((result) => result.candidate === name);
  const entries = names
    .filter((name) => of(name).length > 0)
    .map((name) => leaderboardEntry(name, of(name), { weights, random: stream('entry', name) }))
    .sort(byRank);
  return {
    schema: 'obey-leaderboard/1',
    runs: runs.map(({ run }) => run.id),
    level: first.run.level,
    tasks,
    entries,
    comparisons: comparisonsOf(entries, of),
  };
}

function comparisonsOf(entries: readonly LeaderboardEntry[], of: (name: string) => Result[]): Comparison[] {
  const compared = entries.map(({ candidate }) => ({ name: candidate, trials: groupByTask(of(candidate)) }));
  return compared.flatMap((a, index) =>
    compared.slice(index + 1).flatMap((b) => compareCandidates(a, b, stream('comparison', a.name, b.name))),
  );
}

/** Every candidate's intervals come from a stream of its own, so that another candidate never moves them. */
function stream(...names: string[]): () => number {
  const random = createRandom(0, 'leaderboard', ...names);
  return () => random.real();
}

function agreedTasks(runs: readonly RunResults[]): Record<string, string> {
  const versions = new Map<string, { version: string; run: string }>();
  const harnesses = new Map<string, { value: string; run: string }>();
  const ids = new Set<string>();
  for (const { run } of runs) {
    if (ids.has(run.id)) throw new ObeyError('conflict', `run ${run.id} was given twice`);
    ids.add(run.id);
    const first = runs[0]?.run ?? run;
    refuseMixed('levels', [first.id, first.level], [run.id, run.level]);
    refuseMixed('versions of obey', [first.id, first.versions.obey ?? '?'], [run.id, run.versions.obey ?? '?']);
    for (const candidate of run.candidates.map(formatCandidate)) {
      // One name on a leaderboard is one way of running: with other plugins or limits it would be another candidate.
      const settings = JSON.stringify(run.harness ?? {});
      const known = harnesses.get(candidate);
      if (known === undefined) harnesses.set(candidate, { value: settings, run: run.id });
      else refuseMixed(`settings of ${candidate}`, [known.run, known.value], [run.id, settings]);
    }
    for (const { id, version } of run.tasks) {
      const known = versions.get(id);
      if (known === undefined) versions.set(id, { version, run: run.id });
      else refuseMixed(`versions of ${id}`, [known.run, known.version], [run.id, version]);
    }
  }
  return Object.fromEntries(
    [...versions].sort(([a], [b]) => compareText(a, b)).map(([id, { version }]) => [id, version]),
  );
}

type RunValue = readonly [run: string, value: string];

function refuseMixed(what: string, a: RunValue, b: RunValue): void {
  if (a[1] === b[1]) return;
  throw new ObeyError(
    'conflict',
    `runs of different ${what} cannot be ranked together: ${a.join(' has ')}, ${b.join(' has ')}`,
    {
      hint: 'leave one of them out',
    },
  );
}

function weightsOf(runs: readonly RunResults[], results: readonly Result[]): Map<string, number> {
  const constructs = new Map(runs.flatMap(({ run }) => run.tasks.map((task) => [task.id, task.constructs ?? 0])));
  const units = new Map<string, number>();
  for (const result of results) {
    if (!isScored(result)) continue;
    const due = Object.values(result.scorecard.units).reduce((sum, count) => sum + count, 0);
    units.set(result.task, Math.max(units.get(result.task) ?? 0, due));
  }
  return new Map([...constructs].map(([task, kinds]) => [task, taskWeight(units.get(task) ?? 0, kinds)]));
}

const byRank = (a: LeaderboardEntry, b: LeaderboardEntry): number =>
  Number(b.trials > 0) - Number(a.trials > 0) ||
  b.score - a.score ||
  b.obedience - a.obedience ||
  compareText(a.candidate, b.candidate);

/** By code unit, so that no locale changes an order. */
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
