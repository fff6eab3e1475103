import { leaderboardSchema } from '@obey/schema';
import { expect, it } from 'vitest';
import { buildLeaderboard } from './leaderboard.js';
import { sampleResult, sampleRun } from './testing/sample-result.js';

const tasks = { ifs: '1.0.0', loop: '1.0.0', sequence: '1.0.0' };
const candidates = ['reference', 'reference:skip', 'reference:reorder'];
const scores: Record<string, number> = { reference: 100, 'reference:skip': 70, 'reference:reorder': 88 };

const results = candidates.flatMap((candidate) =>
  Object.keys(tasks).map((task, index) =>
    sampleResult({ task, candidate, score: (scores[candidate] ?? 0) - (candidate === 'reference' ? 0 : index) }),
  ),
);

it('ranks by score with interval and n, and fits its schema', () => {
  const leaderboard = buildLeaderboard([{ run: sampleRun({ tasks, candidates }), results }]);
  expect(leaderboardSchema.parse(leaderboard)).toEqual(leaderboard);
  expect(leaderboard.entries.map((entry) => [entry.candidate, entry.score, entry.strictRate])).toEqual([
    ['reference', 100, 1],
    ['reference:reorder', 87, 0],
    ['reference:skip', 69, 0],
  ]);
  expect(leaderboard.entries[0]).toMatchObject({ interval: [100, 100], passK: [1], trials: 3, tasks: 3, unscored: 0 });
  const [low, high] = leaderboard.entries[1]?.interval ?? [0, 0];
  expect(low).toBeGreaterThanOrEqual(86);
  expect(high).toBeLessThanOrEqual(88);
});

it('names the dimension of the findings, not that of their consequences', () => {
  const result = sampleResult({
    score: 60,
    dimensions: {
      completeness: { fidelity: 80, coverage: 100, earned: 80 },
      aggregation: { fidelity: null, coverage: 0, earned: 0 },
    },
    findings: [{ dimension: 'completeness', points: 20 }],
  });
  const { entries } = buildLeaderboard([{ run: sampleRun(), results: [result] }]);
  expect(entries[0]?.weakest).toBe('completeness');
});

it('weighs a task by what was due in it', () => {
  const two = { big: '1.0.0', small: '1.0.0' };
  const given = [
    sampleResult({ task: 'big', score: 100, units: 1000 }),
    sampleResult({ task: 'small', score: 0, units: 1 }),
  ];
  // 1 + 3 + 1 against 1 + 0 + 1: two kinds of construct each.
  expect(buildLeaderboard([{ run: sampleRun({ tasks: two }), results: given }]).entries[0]?.score).toBe(71.42);
});

it('reports infrastructure errors apart and never as zero', () => {
  const given = [
    sampleResult({ score: 90 }),
    sampleResult({ trial: 2, status: 'infrastructure-error' }),
    sampleResult({ trial: 3, status: 'void', score: 0 }),
  ];
  expect(buildLeaderboard([{ run: sampleRun(), results: given }]).entries[0]).toMatchObject({
    score: 90,
    trials: 1,
    unscored: 2,
  });
});

it('compares every two candidates on the tasks that both ran', () => {
  const { comparisons } = buildLeaderboard([{ run: sampleRun({ tasks, candidates }), results }]);
  const score = comparisons.find((one) => one.of === 'score' && one.b === 'reference:skip' && one.a === 'reference');
  expect(score).toMatchObject({ difference: 31, tasks: 3, p: 0.25 });
  expect(comparisons.filter((one) => one.of === 'score')).toHaveLength(3);
});

it('is the same to the byte whatever the order of runs and results', () => {
  const a = { run: sampleRun({ tasks, candidates }), results };
  const b = {
    run: sampleRun({ id: 'run-b', tasks, candidates: ['reference:never'] }),
    results: [sampleResult({ task: 'ifs', candidate: 'reference:never', score: 50 })],
  };
  const once = JSON.stringify(buildLeaderboard([a, b]));
  expect(JSON.stringify(buildLeaderboard([b, { ...a, results: [...results].reverse() }]))).toBe(once);
});

it('refuses what cannot be ranked together', () => {
  const run = { run: sampleRun({ tasks }), results: [] };
  const other = (change: Parameters<typeof sampleRun>[0]) => ({
    run: sampleRun({ id: 'run-b', tasks, ...change }),
    results: [],
  });
  const attempt =
    (...runs: Parameters<typeof buildLeaderboard>[0]) =>
    () =>
      buildLeaderboard(runs);
  expect(attempt(run, other({ tasks: { loop: '1.1.0' } }))).toThrow(
    'versions of loop cannot be ranked together: run-a has 1.0.0, run-b has 1.1.0',
  );
  expect(attempt(run, other({ level: 'hard' }))).toThrow('levels');
  expect(attempt(run, run)).toThrow('given twice');
  expect(attempt(run, { run: { ...other({}).run, versions: { obey: '0.2.0' } }, results: [] })).toThrow(
    'versions of obey',
  );
  const setUp = { run: { ...other({}).run, harness: { setup: 'plugins' } }, results: [] };
  expect(attempt(run, setUp)).toThrow('settings of reference');
  expect(attempt()).toThrow('at least one run');
});
