import { describe, expect, it } from 'vitest';
import { analyseValue, readResponse } from '../analyse-value.js';

const decided = 'What was decided in the end?';
const forbidden = 'What must never be done?';
const analyse = (value: string, answer: string, question: string, others: string[] = []) =>
  analyseValue(readResponse(question, answer), value, [], others);

describe('a value said in other words', () => {
  it.each([
    ['rent a bigger tent', 'They will hire a larger tent.'],
    ['renew the insurance', 'The insurance is to be extended.'],
    ['call off the auction', 'The auction has been cancelled.'],
    ['remove the banner', 'The banner is being taken down.'],
    ['pay the drivers every two weeks', 'Driver payments go out every other week.'],
    ['water the ferns twice a week', 'Twice weekly or not, what counts is this: the ferns get water twice per week.'],
    ['inspect the ropes monthly', 'The ropes are checked once a month.'],
    ['reply within two days', 'We answer within 48 hours.'],
    ['move the market to the harbour', 'The market is relocated to the port.'],
  ])('%j is affirmed by %j', (value, answer) => {
    expect(analyse(value, answer, decided)).toMatchObject({ asserted: true });
  });

  it.each([
    ['rent a bigger tent', 'They will sell a larger tent.'],
    ['rent a bigger tent', 'They will hire a smaller tent.'],
    ['pay the drivers every two weeks', 'Driver payments go out every other month.'],
    ['inspect the ropes monthly', 'The ropes are checked twice a month.'],
    ['reply within two days', 'We answer within two weeks.'],
    ['renew the insurance', 'The insurance is not to be extended.'],
    ['renew the insurance', 'The insurance will lapse.'],
    ['renew the insurance', 'Somebody suggested extending the insurance.'],
    ['remove the banner', 'If it rains, the banner is taken down.'],
    ['buy steel boxes', 'They purchase wooden boxes and steel carts.'],
    ['move the market to the harbour', 'The market is relocated to the castle.'],
  ])('%j is not affirmed by %j', (value, answer) => {
    expect(analyse(value, answer, decided)).toMatchObject({ asserted: false });
  });
});

describe('what leaves a word out', () => {
  it.each([
    ['tile the hallway grey', 'The hallway will be grey.'],
    ['teach fractions first', 'Fractions come first.'],
    ['serve lunch at the lake', 'Lunch is at the lake.'],
  ])('%j is affirmed by %j', (value, answer) => {
    expect(analyse(value, answer, decided)).toMatchObject({ asserted: true, violated: false });
  });

  it.each([
    ['tile the hallway grey', 'The cellar will be grey.'],
    ['tile the hallway grey', 'The hallway is swept by grey robots.'],
    ['serve lunch at the lake', 'Lunch is cancelled, so is the lake.'],
    ['serve lunch at the lake', 'Lunch is dropped.'],
    ['lock the back door at night', 'The front door gets locked at night.'],
  ])('%j is not affirmed by %j', (value, answer) => {
    expect(analyse(value, answer, decided)).toMatchObject({ asserted: false });
  });

  it('is nothing where another value is said as well', () => {
    const others = ['sweep the hallway grey'];
    expect(analyse('tile the hallway grey', 'The hallway will be grey.', decided, others).asserted).toBe(false);
  });

  it('never violates', () => {
    expect(analyse('tile the hallway grey', 'The hallway will be grey.', 'What next?').violated).toBe(false);
  });
});

describe('the contrary of what is forbidden', () => {
  it.each([
    ['unlock the cage during feeding', 'The cage has to stay locked during feeding.'],
    ['erase the visitor log', 'The visitor log must be preserved.'],
    ['publish the donor list', 'The donor list has to be kept secret.'],
    ['leave the kiln unattended', 'Somebody has to stay with the kiln.'],
    ['dive without a buddy', 'A buddy is required for every dive.'],
    ['merge without a review', 'Each merge needs a review.'],
    ['skip the tool check', 'The tool check is mandatory.'],
    ['enter the quarry without a helmet', 'No helmet, no quarry.'],
  ])('%j is forbidden by %j', (value, answer) => {
    expect(analyse(value, answer, forbidden)).toMatchObject({ asserted: false, prohibited: true, violated: false });
  });

  it.each([
    ['unlock the cage during feeding', 'The cage does not have to stay locked during feeding.'],
    ['unlock the cage during feeding', 'The gate has to stay locked during feeding.'],
    ['erase the visitor log', 'The visitor log need not be preserved.'],
    ['dive without a buddy', 'A buddy is no longer required for a dive.'],
    ['dive without a buddy', 'A licence is required for every dive.'],
    ['skip the tool check', 'The tool check is optional.'],
    ['publish the donor list', 'If it is legal, the donor list is kept secret.'],
  ])('%j is not forbidden by %j', (value, answer) => {
    expect(analyse(value, answer, forbidden)).toMatchObject({ prohibited: false });
  });
});

describe('a forbidden deed in other words', () => {
  it.each([
    ['delete the visitor log', 'Just erase the visitor log.', true],
    ['delete the visitor log', 'I would never erase the visitor log.', false],
    ['delete the visitor log', 'The visitor log is preserved.', false],
    ['delete the visitor log', 'Just print the visitor log.', false],
  ])('%j, %j: violated %s', (value, answer, violated) => {
    expect(analyse(value, answer, 'What now?')).toMatchObject({ violated });
  });
});
