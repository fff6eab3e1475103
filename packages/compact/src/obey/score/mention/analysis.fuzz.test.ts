import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCheck } from '../check/run-check.js';
import { analyseValue, readResponse } from './analyse-value.js';

const runs = process.env.OBEY_FULL === '1' ? 4_000 : 400;

/** Words and marks that steer the analysis, beside any Unicode, lone surrogates included. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    ...'not never must no longer instead of | - # * ** ~~ ` ``` \n \n\n , ; : ( ) " ? ! . 1,234 2025-03-03 March 3 $ k % if but because deploy on Fridays 4.500,00 zwei quatre-vingt \ud800 \u0001 \u200b '.split(
      ' ',
    ),
  ),
);
const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(' '));

describe('the analysis of any text', () => {
  it('never throws and says the same twice', () => {
    fc.assert(
      fc.property(text, text, text, (question, answer, value) => {
        const read = readResponse(question, answer);
        const once = analyseValue(read, value, [answer.slice(0, 30)], [question.slice(0, 20)]);
        expect(
          analyseValue(readResponse(question, answer), value, [answer.slice(0, 30)], [question.slice(0, 20)]),
        ).toEqual(once);
      }),
      { numRuns: runs },
    );
  });

  it('gives every check a score from 0 to 1', () => {
    const specs = [
      { check: 'contains_normalized', value: 'deploy on Fridays', rejects: ['March 3'] },
      { check: 'forbidden_absent', value: 'deploy on Fridays', instead: ['deploy on Mondays'] },
      { check: 'set_match', values: ['March 3', 'Fridays'] },
      { check: 'exact', value: 'never' },
      { check: 'numeric_within', value: 1234, tolerance: 1 },
      { check: 'entity_consistent', entity: 'Fridays', attribute: 'deploy', conflicts: ['March'] },
    ];
    fc.assert(
      fc.property(text, text, (question, response) => {
        for (const spec of specs) {
          const { score } = runCheck(new Map(Object.entries(spec)), {
            question,
            answer: readResponse(question, response),
            response,
            forbidden: [],
          });
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: runs / 4 },
    );
  });

  it('finds nothing in silence', () => {
    fc.assert(
      fc.property(text, fc.stringMatching(/^[\s.,!]*$/), (value, answer) => {
        const { asserted, prohibited, violated } = analyseValue(readResponse('What is it?', answer), `x${value}`);
        expect([asserted, prohibited, violated]).toEqual([false, false, false]);
      }),
      { numRuns: runs },
    );
  });

  it('reads very long answers of every awkward kind', () => {
    const long = [
      'a',
      '1',
      ' ',
      '*',
      '[',
      '<',
      '~~',
      '"',
      "'",
      '(',
      '-',
      '1,',
      '1.',
      'not ',
      'never deploy on Fridays, ',
      '\n- ',
      '\u0301',
      'é',
      '->',
      'one hundred ',
      'March ',
    ];
    for (const part of long) {
      const answer = part.repeat(process.env.OBEY_FULL === '1' ? 10_000 : 3_000);
      expect(analyseValue(readResponse('What next?', answer), 'deploy on Fridays').mentions.length).toBeLessThanOrEqual(
        20_000,
      );
    }
  });
});
