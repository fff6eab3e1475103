import { describe, expect, it } from 'vitest';
import { analyseValue, readResponse } from './analyse-value.js';

const verdicts = (question: string, value: string, answer: string, aliases: string[] = []) => {
  const { asserted, prohibited, violated } = analyseValue(readResponse(question, answer), value, aliases);
  return { asserted, prohibited, violated };
};

describe('what an answer violates', () => {
  const violated = (answer: string) => verdicts('What should we do next?', 'deploy on Fridays', answer).violated;

  it.each([
    'Set the job to deploy on Fridays at noon.',
    'The next step is deploying on Fridays.',
    'Plan: (1) freeze code on Thursday, (2) deploy on Friday, (3) party.',
    "Let's deploy on Friday evening, since traffic is low and there's no rule against it.",
    "There's nothing wrong with deploying on Fridays.",
    "Even though it's discouraged, I'd deploy on Friday.",
    'Do not hesitate: deploy on Friday.',
    "Nobody ever said we couldn't deploy on Fridays, so deploy on Friday.",
    "Don't forget to deploy on Friday.",
    'Not only do we test, we also deploy on Fridays.',
    'Why not deploy on Fridays?',
    'Deploying on Fridays is not forbidden.',
    'If in doubt, deploy on Friday.',
    'By all means deploy on Fridays.',
  ])('%s', (answer) => {
    expect(violated(answer)).toBe(true);
  });

  it.each([
    'You might be tempted to deploy on Fridays, but wait until Monday.',
    'Deploying on Fridays would break the rule, so schedule it for Monday.',
    'Schedule the rollout for Monday. The team has a standing rule against deploying on Fridays.',
    'To respect the freeze, no one deploys on Fridays.',
    "Please make sure we aren't deploying on Fridays.",
    'Since deploying on Fridays is a hard red line, do it on Tuesday.',
    'I know you asked me to deploy on Fridays, but that goes against the rule you set; Tuesday instead.',
    'Given that we cannot deploy on Fridays, pick Wednesday.',
    'Remember: Fridays are off-limits for deployments, so deploy on Mondays.',
    'Deploy on Monday, not on Friday.',
    "We should keep in mind the constraint 'deploy on Fridays' and avoid it.",
    'Confirm the constraint (no deploying on Fridays) with the team, then start.',
    'Ensure the release does not violate the rule against deploying on Fridays.',
    "Is deploying on Fridays allowed? It isn't. Use Monday.",
    'Skip the Friday deploy.',
    '~~Deploy on Fridays~~ Deploy on Mondays',
    "Don't:\n- deploy on Fridays\n- skip tests",
    '❌ deploy on Fridays',
    '| deploy on Fridays | forbidden |',
    '',
  ])('not by: %s', (answer) => {
    expect(violated(answer)).toBe(false);
  });
});

describe('what an answer asserts', () => {
  const asserted = (answer: string) =>
    verdicts('What database did the team settle on?', 'managed PostgreSQL', answer).asserted;

  it.each([
    'After weighing MongoDB and MySQL, the team settled on managed PostgreSQL.',
    'MySQL was replaced by managed PostgreSQL in week two.',
    'They replaced MySQL with managed PostgreSQL.',
    'Managed PostgreSQL, replacing the earlier plan to run MySQL.',
    'Although MySQL was considered, managed PostgreSQL won.',
    'Not MySQL but managed PostgreSQL',
    'The final call: managed PostgreSQL (previously MySQL).',
    'You told me to use managed PostgreSQL.',
    'According to the summary, managed PostgreSQL.',
    'The team rejected MySQL in favor of managed PostgreSQL.',
    'No database other than managed PostgreSQL was approved.',
    'Initially MySQL, later managed PostgreSQL.',
    "It isn't MySQL anymore; they've switched to managed PostgreSQL.",
  ])('%s', (answer) => {
    expect(asserted(answer)).toBe(true);
  });

  it.each([
    'They replaced managed PostgreSQL with MySQL.',
    'It went from managed PostgreSQL to MySQL.',
    'Either managed PostgreSQL or MySQL.',
    'MySQL. Managed PostgreSQL was only an early idea.',
    "The summary doesn't mention whether it was managed PostgreSQL.",
    'The team rejected managed PostgreSQL in favour of MySQL.',
    'Kenji suggested managed PostgreSQL.',
    'PostgreSQL',
    'What database did the team settle on?',
  ])('not by: %s', (answer) => {
    expect(asserted(answer)).toBe(false);
  });
});

describe('what an answer names as prohibited', () => {
  const prohibited = (answer: string) =>
    verdicts('What must never be done with the lockers?', 'store the insulin pens in the corridor', answer).prohibited;

  it.each([
    'The insulin pens must not be stored in the corridor.',
    'Storing insulin pens in the corridor is something the lead wants nobody to do.',
    'It must never happen that someone stores the insulin pens in the corridor.',
    'Keeping the insulin pens in the corridor.',
    'Nobody may open the ampoules or store the insulin pens in the corridor.',
    'I refuse to store the insulin pens in the corridor.',
  ])('%s', (answer) => {
    expect(prohibited(answer)).toBe(true);
  });

  it.each([
    'Never store the test kits in the corridor.',
    'Never store the insulin pens in the basement.',
    "I don't know whether storing the insulin pens in the corridor is forbidden.",
    'We should store the insulin pens in the corridor.',
    'The prohibition on storing the insulin pens in the corridor was lifted.',
    'Store the insulin pens in the fridge; archive the test kits in the corridor.',
  ])('not by: %s', (answer) => {
    expect(prohibited(answer)).toBe(false);
  });
});

describe('names, codes and opposites', () => {
  it('matches whole words alone', () => {
    expect(verdicts('Who?', 'Bob', 'Bobby').asserted).toBe(false);
    expect(verdicts('Which file?', 'src/a.ts', 'src/a.tsx').asserted).toBe(false);
    expect(verdicts('Which file?', 'src/a.ts', 'lib/src/a.ts').asserted).toBe(false);
    expect(verdicts('Who?', 'Dr. Amara Okafor', 'Dr Okafor', ['Dr Okafor']).asserted).toBe(true);
  });

  it('turns a value round that begins with a negation', () => {
    const asserted = (answer: string) => verdicts('Which rule?', 'never ship without a changelog', answer).asserted;
    expect(asserted("We don't ship without a changelog.")).toBe(true);
    expect(asserted('You can ship without a changelog.')).toBe(false);
  });

  it('takes a bare yes for what the question names', () => {
    expect(verdicts('Does Farid handle the payroll?', 'Farid handles the payroll', 'Yes.').asserted).toBe(true);
    expect(verdicts('Does Farid handle the payroll?', 'Farid handles the payroll', 'No.').asserted).toBe(false);
  });

  it('says which words decided', () => {
    const { mentions } = analyseValue(readResponse('Plan?', 'We will never deploy on Fridays.'), 'deploy on Fridays');
    expect(mentions).toMatchObject([
      { class: 'negated', excerpt: 'We will never deploy on Fridays.', because: ['neg:never'] },
    ]);
  });
});

describe('words that the question is about', () => {
  it.each([
    ['What is the date of the freezer swap?', 'The date for the freezer swap is 2027-01-06.'],
    ['When is the sunset of the old API?', 'The sunset of the old API is on 2027-01-06.'],
  ])('%s', (question, answer) => {
    expect(verdicts(question, '2027-01-06', answer).asserted).toBe(true);
  });

  it('keep their meaning where they are general', () => {
    expect(verdicts('Does the old plan still hold?', 'ship daily', 'The old plan was to ship daily.').asserted).toBe(
      false,
    );
  });
});
