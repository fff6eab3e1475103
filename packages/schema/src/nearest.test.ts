import { expect, it } from 'vitest';
import { nearest } from './nearest.js';

it('finds what a slip of the hand meant', () => {
  expect(nearest('colect', ['collect', 'census', 'report'])).toBe('collect');
  expect(nearest('lisence', ['licence', 'limits'])).toBe('licence');
  expect(nearest('tittle', ['title', 'tags'])).toBe('title');
  expect(nearest('zebar', ['alpha', 'zebra'])).toBe('zebra');
  expect(nearest('US-States', ['us-states'])).toBe('us-states');
});

it('suggests nothing far-fetched', () => {
  expect(nearest('banana', ['collect', 'census'])).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});
