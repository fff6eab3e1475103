import { describe, expect, it } from 'vitest';
import { ScoringError } from '../../../score/scoring-error.js';
import { readResponse } from '../mention/analyse-value.js';
import { checkNames } from './parameters.js';
import { runCheck } from './run-check.js';

const score = (expected: Record<string, unknown>, question: string, response: string, forbidden: string[] = []) =>
  runCheck(new Map(Object.entries(expected)), {
    question,
    answer: readResponse(question, response),
    response,
    forbidden,
  }).score;

/** Rows of a response and its score. */
function rows(name: string, expected: Record<string, unknown>, question: string, list: [string, number][]): void {
  describe(name, () => {
    it.each(list)('%j earns %d', (response, earned) => {
      expect(score(expected, question, response)).toBe(earned);
    });
  });
}

rows(
  'numeric_within',
  { check: 'numeric_within', value: '1,250', tolerance: 0 },
  'What does the glove order come to?',
  [
    ['1250', 1],
    ['It comes to 1,250 boxes.', 1],
    ['1.250 boxes', 1],
    ['1,205', 0],
    ['It started at 1,000, then rose by 250, so 1,250 now.', 1],
    ['It was 1,250 at first, but now it is 1,300.', 0],
    ['I do not know.', 0],
    ['twelve hundred and fifty', 1],
    ['1250.5', 0],
    ['Not 1,250.', 0],
    ['between 1,000 and 1,500', 0],
  ],
);

rows(
  'numeric_within with a unit',
  { check: 'numeric_within', value: 250, tolerance: 10, unit: 'ms' },
  'What is the limit?',
  [
    ['255 ms', 1],
    ['0.25 s', 1],
    ['261 ms', 0],
    ['250 s', 0],
    ['limit=248', 1],
  ],
);

rows(
  'numeric_within with a relative tolerance',
  { check: 'numeric_within', value: 15, rel_tolerance: 0.1, unit: '%' },
  'What share?',
  [
    ['16 %', 1],
    ['16 percent', 1],
    ['17%', 0],
    ['0.15', 0],
  ],
);

rows('numeric_within with decoys', { check: 'numeric_within', value: 420, rejects: [400] }, 'How many?', [
  ['420', 1],
  ['400', 0],
  ['400 or 420', 0],
  ['It was 400 before, now 420.', 1],
  ['Was 400 originally; 420 now.', 1],
]);

rows(
  'entity_consistent, asked for the entity',
  { check: 'entity_consistent', entity: 'Priya', attribute: 'the cold room alarm', conflicts: ['Omar', 'Leo'] },
  'Who is in charge of the cold room alarm on Alder?',
  [
    ['Priya', 1],
    ['Priya is in charge of the cold room alarm.', 1],
    ['Omar', 0],
    ['Priya and Omar', 0],
    ['Omar, not Priya.', 0],
    ['Priya, not Omar.', 1],
    ['Priya has the alarm; Omar has the night desk.', 1],
    ['It was Omar until May; now Priya.', 1],
    ['Leo used to do it, Priya does it now.', 1],
    ["I don't know.", 0],
    ['Who is in charge of the cold room alarm on Alder?', 0],
    ['', 0],
  ],
);

rows(
  'entity_consistent, asked for the attribute',
  { check: 'entity_consistent', entity: 'Priya', attribute: 'store the test kits', conflicts: ['Omar'] },
  'What does Priya own?',
  [
    ['store the test kits', 1],
    ['Omar stores the test kits.', 0],
    ['Priya owns the badges, Omar stores the test kits.', 0],
    ['Nothing.', 0],
  ],
);

rows(
  'set_match',
  { check: 'set_match', values: ['insulated boxes', 'steel carts', 'Steel carts'] },
  'What goes on the form?',
  [
    ['insulated boxes and steel carts', 1],
    ['steel boxes and insulated carts', 0],
    ['insulated boxes', 0.5],
    ['', 0],
    ['- insulated boxes\n- steel carts', 1],
    ['insulated boxes, but no steel carts', 0.5],
  ],
);

rows(
  'set_match with aliases and decoys',
  { check: 'set_match', values: ['Alder'], aliases: new Map([['Alder', ['the A tree']]]), rejects: ['Birch'] },
  'Which?',
  [
    ['the A tree', 1],
    ['Alder and Birch', 0],
    ['Alder, not Birch', 1],
  ],
);

rows(
  'contains_normalized with decoys',
  { check: 'contains_normalized', value: 'insulated boxes', rejects: ['steel carts'] },
  'What does Alder use for the cold chain as things stand?',
  [
    ['Insulated boxes.', 1],
    ['Steel carts.', 0],
    ['Insulated boxes, which replaced the steel carts.', 1],
    ['Steel carts and insulated boxes.', 0],
    ['Alder dropped the steel carts and now uses insulated boxes.', 1],
    ['They swapped the steel carts for insulated boxes.', 1],
    ['The steel carts were the earlier choice. Insulated boxes are in force now.', 1],
    ['boxes', 0],
    ['Insulated boxes have been replaced by steel carts.', 0],
    ['It changed from steel carts to insulated boxes.', 1],
  ],
);

rows(
  'contains_normalized of a date',
  { check: 'contains_normalized', value: '2025-03-13', rejects: ['2025-03-03'] },
  'On what date does the audit fall after the change?',
  [
    ['March 13, 2025', 1],
    ['13 March', 1],
    ['It moved from March 3 to March 13, 2025.', 1],
    ['From 2025-03-03 it was moved to 2025-03-13.', 1],
    ['2025-03-13 (was 2025-03-03)', 1],
    ['3 March 2025', 0],
  ],
);

rows(
  'contains_normalized of any stance',
  { check: 'contains_normalized', value: 'tabs', stance: 'any' },
  'What was talked of?',
  [
    ['Tabs were rejected.', 1],
    ["I don't know whether it was tabs.", 0],
    ['', 0],
  ],
);

rows(
  'forbidden_absent',
  {
    check: 'forbidden_absent',
    value: 'store the pens in the corridor',
    instead: ['store the pens in the locked fridge'],
  },
  'How should the crew go about it?',
  [
    ['Store the pens in the locked fridge.', 1],
    ['Do not store the pens in the corridor; store them in the locked fridge instead.', 1],
    ['Never store the pens in the corridor.', 0],
    ['Store the pens in the corridor.', 0],
    ['', 0],
    ['Carefully.', 0],
    ["I don't know.", 0],
  ],
);

rows('exact', { check: 'exact', value: 'max_retries=7' }, 'Which value?', [
  ['max_retries=7', 1],
  ['`max_retries=7`', 1],
  ['"max_retries=7."', 1],
  ['max_retries=8', 0],
  ['The value is max_retries=7', 0],
  ['Max_retries=7', 0],
]);

it('reads integers as the case file holds them', () => {
  expect(score({ check: 'numeric_within', value: 15n }, 'How many?', '15')).toBe(1);
});

describe('stances that a template does not name', () => {
  it('asks for a forbidden behaviour as forbidden', () => {
    const expected = { check: 'contains_normalized', value: 'skip code review' };
    expect(score(expected, 'What was rule one?', 'skip code review', ['skip code review'])).toBe(1);
    expect(score(expected, 'What was rule one?', 'Never skip code review.', ['skip code review'])).toBe(1);
    expect(score(expected, 'What was rule one?', 'You should skip code review.', ['skip code review'])).toBe(0);
    expect(score(expected, 'What was rule one?', 'Never skip code review.')).toBe(0);
  });

  it('makes a mere absence depend on the rest', () => {
    const run = (response: string) =>
      runCheck(
        new Map([
          ['check', 'forbidden_absent'],
          ['value', 'the X9 plan'],
        ]),
        {
          question: 'Is the X9 plan still active?',
          answer: readResponse('Is the X9 plan still active?', response),
          response,
          forbidden: [],
        },
      );
    expect(run('No.')).toMatchObject({ score: 1, conditional: true });
    expect(run('Yes.')).toMatchObject({ score: 0, violated: ['the X9 plan'] });
    for (const nothing of ['', "I don't know.", 'I cannot answer that.', '…']) expect(run(nothing).score).toBe(0);
  });
});

describe('what cannot be read', () => {
  const bad: Record<string, unknown>[] = [
    {},
    { check: null },
    { check: 'contains' },
    { check: 'toString', value: 'x' },
    { check: 'contains_normalized' },
    { check: 'contains_normalized', value: '' },
    { check: 'contains_normalized', value: 5 },
    { check: 'contains_normalized', value: 'x', aliases: 'y' },
    { check: 'contains_normalized', value: 'x', stance: 'maybe' },
    { check: 'contains_normalized', value: 'x', rejects: [1] },
    { check: 'forbidden_absent', value: ' ' },
    { check: 'forbidden_absent', value: 'x', instead: 'y' },
    { check: 'set_match', values: [] },
    { check: 'set_match', values: 'x' },
    { check: 'exact' },
    { check: 'numeric_within', value: 'many' },
    { check: 'numeric_within', value: 1, tolerance: -1 },
    { check: 'entity_consistent', entity: 'x' },
  ];

  it.each(bad.map((one) => [one]))('refuses %j in one line', (expected) => {
    expect(() => score(expected, 'What?', 'answer')).toThrow(ScoringError);
    try {
      score(expected, 'What?', 'answer');
    } catch (error) {
      expect(error instanceof ScoringError && error.line).toMatch(/^[^\n]{10,300}$/);
    }
  });

  it('knows six checks', () => {
    expect(checkNames).toHaveLength(6);
  });
});
