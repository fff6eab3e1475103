import { expect, it } from 'vitest';
import { median, modes } from './statistics.js';

it.each<[values: unknown[], expected: unknown[]]>([
  [[], []],
  [[1, 2, 2], [2]],
  [
    ['b', 'a', 'a', 'b', 'c'],
    ['b', 'a'],
  ],
  [[{ a: 1 }, { a: 1 }, 'x'], [{ a: 1 }]],
  [
    [1, '1'],
    [1, '1'],
  ],
])('modes of %j', (values, expected) => {
  expect(modes(values)).toEqual(expected);
});

it.each<[values: number[], expected: number | undefined]>([
  [[], undefined],
  [[3], 3],
  [[9, 1, 5], 5],
  [[9, 1, 5, 6], 5.5],
])('median of %j', (values, expected) => {
  expect(median(values)).toBe(expected);
});
