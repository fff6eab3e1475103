import fc from 'fast-check';
import { expect, it } from 'vitest';
import { specimenOf } from './calibration/reference-trial.js';
import { omissionPairs, spoiled } from './omission-trials.js';

it('spoils what a file says and keeps its form', () => {
  expect(spoiled('{ "grams": 5, "held": true, "by": [1, "x", null] }\n')).toBe(
    '{"grams":6,"held":false,"by":[2,"x",null]}\n',
  );
  expect(spoiled('# Report\nall is well')).toBe('# Report\na');
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(() => JSON.parse(spoiled(text))).not.toThrow();
    }),
  );
});

it('pairs every step that leaves a file', async () => {
  const pairs = omissionPairs(await specimenOf('us-states'));
  expect(pairs.map(({ step }) => step)).toEqual([
    'collect',
    'reportMissing',
    'flag',
    'collectAgain',
    'summarizeRegion',
    'report',
  ]);
});
