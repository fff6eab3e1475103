import { expect, it } from 'vitest';
import { pairComparisons } from './pair-comparisons.js';

it('puts a pair on one line, with the dimensions that differ beyond chance', () => {
  const shared = { a: 'one', b: 'two', interval: [-2, 12] as [number, number], tasks: 7 };
  expect(
    pairComparisons([
      { ...shared, of: 'score', difference: 4.5, p: 0.03 },
      { ...shared, of: 'ordering', difference: 60, p: 0.0004 },
      { ...shared, of: 'granularity', difference: 3, p: 0.4 },
      { ...shared, a: 'three', of: 'ordering', difference: 60, p: 0.01 },
    ]),
  ).toEqual([
    {
      a: 'one',
      b: 'two',
      difference: '+4.50',
      interval: '[−2.00, +12.00]',
      p: '0.030',
      tasks: 7,
      dimensions: ['ordering +60.00'],
    },
  ]);
});
