import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { hostileText, propertyLimit, runs } from '../testing/hostile-text.js';
import { sampleResults } from '../testing/sample-document.js';
import { sampleLeaderboard, sampleResult } from '../testing/sample-run.js';
import { renderLeaderboardText } from './render-leaderboard-text.js';
import { renderScorecardText } from './render-scorecard-text.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: our own marks, which are all that may be there
const ownMarks = /\u001b\[(?:1|2|22|31|32|33|39)m/g;
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u;

it('shows the leaderboard within the width, the least needed columns going first', () => {
  const board = sampleLeaderboard(sampleResults());
  expect(`\n${renderLeaderboardText(board)}`).toMatchInlineSnapshot(`
    "
    candidate               score    95 % interval  obedience  correct  strict  n  weakest dimension
    reference *            100.00  [94.00, 100.00]      100 %    100 %   100 %  2  none
    reference:serialize *   72.70   [66.70, 76.70]     84.6 %   50.0 %   0.0 %  2  parallelism 0
    level easy, 2 tasks; * isolation none
    "
  `);
  for (const width of [40, 60, 80, 120]) {
    const lines = renderLeaderboardText(board, { width }).split('\n');
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
  }
  expect(renderLeaderboardText(board, { width: 60 })).toContain('weakest dimension');
});

it('shows a scorecard', () => {
  const { scorecard } = sampleResult({ candidate: 'reference:skip', task: 'us-states', lost: { completeness: 80.5 } });
  expect(scorecard).not.toBeNull();
  if (scorecard === null) return;
  expect(`\n${renderScorecardText(scorecard)}`).toMatchInlineSnapshot(`
    "
    us-states 1.0.0 · reference:skip · level easy · seed 7 · isolation none
    score 86.10 · obedience 95.1 % · correctness 100 %

    dimension       fidelity  coverage  earned
    completeness          80       100      80
    ordering             100       100     100
    conditionality       100       100     100
    parallelism          100       100     100
    granularity          100       100     100
    aggregation          100       100     100
    error handling       100       100     100

    claimed done: says that every state is collected; one is not
    first deviation: step-missing, collect · cedar at 0.313 s
    ✗ step-missing · collect · cedar  −19.50 completeness
      due:  a request of GET /states/cedar, then work/states/cedar.json
      seen: work/states/cedar.json was written without a request for its page (#5 #9)
    checks: 1 of 1 passed
    "
  `);
});

it('shows what was obeyed before and after each compaction, of a trial and of a candidate', () => {
  const lost = { completeness: 80.5 };
  const result = sampleResult({ candidate: 'reference:skip', task: 'us-states', lost, compacted: [1, null, 0.625] });
  const { scorecard } = result;
  if (scorecard === null) throw new Error('a sample is scored');
  expect(renderScorecardText(scorecard)).toContain(`
2 compactions: auto at 0.900 s, 150000 → 21000 tokens; auto at 1.800 s, 150000 → 21000 tokens; 1 mo…
after n  units  obedience  findings
      0     10      100 %         0
      1      0          –         0
      2     10     62.5 %         1
`);
  expect(renderScorecardText(scorecard)).toMatch(/\n✗ .+ completeness, after 2 compactions\n/);
  expect(renderLeaderboardText(sampleLeaderboard([result]))).toContain(`
obedience after n compactions
candidate       after n  obedience     95 % interval  n  findings
reference:skip        0      100 %   [90.0 %, 100 %]  1         0
reference:skip        1          –                 –  1         0
reference:skip        2     62.5 %  [52.5 %, 72.5 %]  1         1
`);
});

it(
  'sends no control byte but its own colours, and none without colour',
  () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 30, max: 160 }), (text, width) => {
        const result = sampleResult({
          candidate: text,
          task: text,
          lost: { ordering: 10 },
          text,
          compacted: [1, 0.5],
        });
        const board = sampleLeaderboard([result]);
        for (const colour of [true, false]) {
          const texts = [renderLeaderboardText(board, { width, colour })];
          if (result.scorecard !== null) texts.push(renderScorecardText(result.scorecard, { width, colour }));
          for (const line of texts.flatMap((shown) => shown.split('\n'))) {
            expect(colour ? line.replace(ownMarks, '') : line).not.toMatch(unseen);
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
          }
        }
      }),
      { numRuns: runs(150) },
    );
  },
  propertyLimit,
);
