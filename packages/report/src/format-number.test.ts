import { expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDifference,
  formatDuration,
  formatFigure,
  formatInterval,
  formatMoment,
  formatProbability,
  formatScore,
  formatShare,
} from './format-number.js';

it('rounds scores down, so that nothing looks better than it was', () => {
  expect(formatScore(89.999)).toBe('89.99');
  expect(formatScore(100)).toBe('100.00');
  expect(formatScore(76.84)).toBe('76.84');
  expect(formatInterval([88.1, 93.456])).toBe('[88.10, 93.45]');
  expect(formatFigure(99.99)).toBe('99');
  expect(formatFigure(0.2)).toBe('<1');
  expect(formatFigure(0)).toBe('0');
  expect(formatShare(0.9999)).toBe('99.9 %');
  expect(formatShare(1)).toBe('100 %');
});

it('writes times, sizes, differences and counts as a person would', () => {
  expect(formatMoment(312.5)).toBe('0.313 s');
  expect([0, 82.4, 4200, 125_000, 59_990].map(formatDuration)).toEqual([
    '0 ms',
    '82 ms',
    '4.2 s',
    '2 min 5 s',
    '1 min 0 s',
  ]);
  expect([812, 1234, 3_400_000].map(formatBytes)).toEqual(['812 B', '1.2 kB', '3.4 MB']);
  expect([12.3, -4, -0.001].map(formatDifference)).toEqual(['+12.30', '−4.00', '0.00']);
  expect([0.0004, 0.04].map(formatProbability)).toEqual(['<0.001', '0.040']);
  expect([formatCount(1, 'trial'), formatCount(2, 'trial')]).toEqual(['1 trial', '2 trials']);
});
