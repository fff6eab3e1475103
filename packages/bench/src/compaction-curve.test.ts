import { leaderboardSchema, type Result } from '@obey/schema';
import { expect, it } from 'vitest';
import { buildLeaderboard } from './leaderboard.js';
import { sampleResult, sampleRun } from './testing/sample-result.js';

/** A trial whose parts obeyed so much after 0, 1, … compactions. */
const compacted = (task: string, trial: number, obedience: readonly (number | null)[]): Result => {
  const result = sampleResult({ task, trial, score: 80 });
  if (result.scorecard === null) throw new Error('a sample is scored');
  const events = obedience.slice(1).map((_, index) => ({ seq: index, at: index }));
  const parts = obedience.map((share, compactions) => ({
    compactions,
    units: share === null ? 0 : 5,
    earned: 5 * (share ?? 0),
    obedience: share,
    findings: share === null || share === 1 ? [] : [0],
    consequences: [],
  }));
  return { ...result, scorecard: { ...result.scorecard, compactions: { events, subagents: 0, parts } } };
};
const tasks = { loop: '1.0.0', sequence: '1.0.0' };
const curveOf = (results: Result[]) => {
  const board = buildLeaderboard([{ run: sampleRun({ tasks }), results }]);
  expect(leaderboardSchema.parse(board)).toEqual(board);
  return board.entries[0];
};

it('averages what was decided after so many compactions, trials of a task first', () => {
  const curve = curveOf([
    compacted('loop', 1, [1, 0.5]),
    compacted('loop', 2, [1, 0.7, 0.2]),
    compacted('sequence', 1, [0.8, 0.4, null]),
  ])?.compactions;
  expect(curve).toMatchObject([
    { compactions: 0, obedience: 0.9, trials: 3, tasks: 2, units: 15, findings: 1 },
    { compactions: 1, obedience: 0.5, trials: 3, tasks: 2, units: 15, findings: 3 },
    { compactions: 2, obedience: 0.2, trials: 1, tasks: 1, units: 5, findings: 1, interval: [0, 1] },
  ]);
  for (const { obedience, interval } of curve ?? []) {
    expect(interval?.[0]).toBeLessThanOrEqual(obedience ?? -1);
    expect(interval?.[1]).toBeGreaterThanOrEqual(obedience ?? 2);
  }
});

it('leaves out the trials that show no compaction, and says nothing where none does', () => {
  const alone = curveOf([compacted('loop', 1, [1, 0.5])]);
  const beside = curveOf([compacted('loop', 1, [1, 0.5]), sampleResult({ task: 'loop', trial: 2, score: 10 })]);
  expect(beside?.compactions).toEqual(alone?.compactions);
  expect(curveOf([sampleResult({ task: 'loop' }), compacted('loop', 2, [0.9])])).not.toHaveProperty('compactions');
});

it('changes nothing else of an entry', () => {
  const { compactions, ...entry } = curveOf([compacted('loop', 1, [1, 0.5])]) ?? {};
  expect(compactions).toHaveLength(2);
  expect(entry).toEqual(curveOf([sampleResult({ task: 'loop', trial: 1, score: 80 })]));
});
