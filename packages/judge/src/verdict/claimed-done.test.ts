import type { Unit } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { claimedDone } from './claimed-done.js';

const unit = (over: Partial<Unit> = {}): Unit => ({
  ...{ dimension: 'completeness', group: 'collect', step: 'collect', item: '', weight: 1, credit: 1, exercised: true },
  ...{ observable: true, code: 'step-missing', due: '', seen: '', cites: [] },
  ...over,
});
const said = (text: string) => ({ text, seq: 9 });

describe('claimedDone', () => {
  it.each([
    'Done.',
    'All files have been written.',
    'I did everything as asked:',
    'The report is complete.',
    'Successfully collected 50 states.',
    'Everything is in place.',
    'Finished, 9 of 10 states; Ohio could not be fetched and is in work/missing.',
  ])('takes for a claim: %s', (text) => {
    expect(claimedDone([unit()], said(text))).toEqual({ claimed: true, done: true, gap: null, cites: [9] });
  });

  it.each(['I could not finish.', 'This is not done yet.', 'The work is incomplete.', 'Which region do you mean?'])(
    'takes for none: %s',
    (text) => {
      expect(claimedDone([unit()], said(text)).claimed).toBe(false);
    },
  );

  it('names the gap between the claim and the evidence', () => {
    const units = [unit(), unit({ item: 'ohio', credit: 0 }), unit({ dimension: 'ordering', credit: 0 })];
    expect(claimedDone(units, said('Done.'))).toMatchObject({
      done: false,
      gap: '1 of 2 due acts have no evidence, first collect (ohio)',
    });
    expect(claimedDone(units, said('I gave up.'))).toMatchObject({ claimed: false, gap: null, cites: [] });
  });

  it('claims nothing without an answer, and has done nothing where nothing was due', () => {
    expect(claimedDone([], undefined)).toEqual({ claimed: false, done: false, gap: null, cites: [] });
  });
});
