import type { Result } from '@obey/schema';
import { expect, it } from 'vitest';
import { comparable } from './comparable.js';
import { sampleResult } from './testing/sample-result.js';

const findings = [{ dimension: 'ordering' as const, points: 4 }];

/** The same trial on another day: other ids, times, event numbers, and wording that quotes them. */
function onAnotherDay(result: Result): Result {
  const { record, scorecard } = result;
  if (scorecard === null) throw new Error('the sample has a scorecard');
  return {
    ...result,
    attempts: 2,
    record: {
      ...record,
      id: 'other',
      startedAt: '2027-02-03T00:00:00.000Z',
      durationMs: 99,
      traceHead: 'ab',
      traceEvents: 7,
    },
    scorecard: {
      ...scorecard,
      trial: 'other',
      findings: scorecard.findings.map((finding) => ({ ...finding, cites: [8, 9], seen: 'nothing for 12.5 ms' })),
      firstDeviation: { code: 'missing', step: 'collect', item: '', seq: 8, at: 12.5, share: 0.5 },
    },
  };
}

it('is the same for the same deeds on another day', () => {
  const result = sampleResult({ score: 80, findings });
  expect(comparable(onAnotherDay(result))).toEqual(comparable(result));
  expect(JSON.stringify(comparable(onAnotherDay(result)))).not.toMatch(/other|2027|12\.5/);
});

it.each([
  ['another score', { score: 81, findings }],
  ['another finding', { score: 80, findings: [{ dimension: 'completeness' as const, points: 4 }] }],
  ['another status', { score: 80, findings, status: 'timeout' as const }],
  ['another trial', { score: 80, findings, trial: 2 }],
])('differs for %s', (_what, change) => {
  expect(comparable(sampleResult(change))).not.toEqual(comparable(sampleResult({ score: 80, findings })));
});
