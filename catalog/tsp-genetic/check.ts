import { createHash } from 'node:crypto';
import type { Check } from '@obey/catalog';
import { isTour, type Point, tourLength } from '@obey/prepare';

type Context = Parameters<Check>[0];

interface Run {
  readonly run: number;
  readonly cost: number;
  readonly limit: number;
  readonly length: number;
  readonly code: string;
  readonly tour: readonly number[];
  readonly draws: number;
  readonly lookups: readonly (readonly number[])[];
}

interface Case {
  readonly points: readonly Point[];
  readonly limit: { readonly percent?: number; readonly units?: number };
}

const casesIn = ({ facts }: Context): { id: string; given: Case }[] =>
  (facts.cases as { id: string }[]).map(({ id }) => ({
    id,
    given: (facts.input as unknown as Readonly<Record<string, Case>>)[id] ?? { points: [], limit: {} },
  }));

/** A run as the runner writes it; undefined when the file is none. */
function readRun(text: string | undefined, cities: number): Run | undefined {
  try {
    const run: Partial<Run> | null = JSON.parse(text ?? 'null');
    const numbers = [run?.run, run?.cost, run?.limit, run?.length, run?.draws];
    if (run === null || !numbers.every(Number.isSafeInteger) || !isTour(run.tour, cities)) return undefined;
    const counts = Array.isArray(run.lookups) ? run.lookups.flat() : [];
    return counts.every(Number.isSafeInteger) && typeof run.code === 'string' ? (run as Run) : undefined;
  } catch {
    return undefined;
  }
}

/** All runs of a case, from the first one on. */
function historyOf({ files }: Context, id: string, cities: number): Run[] {
  const runs: Run[] = [];
  for (;;) {
    const run = readRun(files[`work/runs/${id}-${runs.length + 1}.json`], cities);
    if (run === undefined || run.run !== runs.length + 1) return runs;
    runs.push(run);
  }
}

const runs: Check = (context) =>
  casesIn(context).map(({ id, given }) => {
    const cities = given.points.length;
    const latest = readRun(context.files[`work/runs/${id}.json`], cities);
    const history = historyOf(context, id, cities);
    const [first] = history;
    if (latest === undefined || first === undefined) return { item: id, passed: false, detail: 'no run' };
    const limit = given.limit.units ?? Math.floor((first.cost * (given.limit.percent ?? 100)) / 100);
    const problems = [
      ...(latest.limit === limit ? [] : [`limit ${latest.limit}, expected ${limit}`]),
      ...(latest.run === history.length ? [] : [`run ${latest.run} of ${history.length}`]),
      ...[...history, latest].flatMap((run) => faultsOf(run, given.points)),
    ];
    return {
      item: id,
      passed: problems.length === 0,
      detail: [`${first.cost} → ${latest.cost}`, ...problems].join(', '),
    };
  });

function faultsOf({ tour, length, cost, draws, lookups }: Run, points: readonly Point[]): string[] {
  const measured = tourLength(points, tour);
  const units = draws + lookups.flat().reduce((sum, count) => sum + count, 0);
  return [
    ...(measured === length ? [] : [`length ${length}, measured ${measured}`]),
    ...(units === cost ? [] : [`cost ${cost}, added up ${units}`]),
  ];
}

/** Each run names code that is kept under its hash, and no two runs of a case were made with the same code. */
const code: Check = (context) =>
  casesIn(context).map(({ id, given }) => {
    const hashes = historyOf(context, id, given.points.length).map((run) => run.code);
    const unknown = hashes.filter((hash) => hashOf(context.files[`work/code/${hash}.mjs`]) !== hash);
    const isChanged = new Set(hashes).size === hashes.length;
    const passed = hashes.length > 0 && unknown.length === 0 && isChanged;
    const detail = unknown.length > 0 ? `unknown code ${unknown.join(', ')}` : isChanged ? 'changed' : 'unchanged';
    return { item: id, passed, detail: `${hashes.length} runs, ${detail}` };
  });

const hashOf = (text: string | undefined): string =>
  createHash('sha256')
    .update(text ?? '')
    .digest('hex')
    .slice(0, 16);

const reportTable: Check = (context) => {
  const rows = (context.files['report.md'] ?? '')
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => line.split('|').map((cell) => cell.replaceAll(/[*_`,]/g, '').trim()));
  return casesIn(context).map(({ id, given }) => {
    const history = historyOf(context, id, given.points.length);
    const row = rows.find((cells) => cells.includes(id) || cells.includes(`${given.points.length}`)) ?? [];
    const wanted = [history[0], history.at(-1)].flatMap((run) => [run?.cost, run?.length]);
    const missing = wanted.filter((figure) => !row.includes(String(figure)));
    return { item: id, passed: missing.length === 0, detail: missing.length === 0 ? 'complete' : `lacks ${missing}` };
  });
};

export const checks = { runs, code, reportTable };
