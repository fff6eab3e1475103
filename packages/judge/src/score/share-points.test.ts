import { expect, it } from 'vitest';
import { sharePoints } from './share-points.js';

it.each([
  ['in proportion', [1, 3], 100, [25, 75]],
  ['whole, whatever is left over', [1, 1, 1], 100, [33, 34, 33]],
  ['alike, where the losses are too small to be told from none', [0, 0], 1, [1, 0]],
  ['to nobody, where nobody lost', [], 0, []],
])('shares %s', (_, losses, total, parts) => {
  expect(sharePoints(losses, total)).toEqual(parts);
});
