import { expect, it } from 'vitest';
import { signFlipTest } from './sign-flip-test.js';

const unused = () => {
  throw new Error('an exact test draws nothing');
};

it('is exact for few pairs', () => {
  expect(signFlipTest([3, 2, 4, 1, 5], unused)).toBe(2 / 32);
  expect(signFlipTest([1, -1], unused)).toBe(1);
  expect(signFlipTest([0, 0], unused)).toBe(1);
  expect(signFlipTest([], unused)).toBe(1);
});

it('comes near the exact value for many pairs', () => {
  let state = 1;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const nothing = Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? 1 : -1));
  expect(signFlipTest(nothing, random)).toBe(1);
  const much = Array.from({ length: 30 }, (_, index) => 1 + index / 10);
  expect(signFlipTest(much, random)).toBeLessThan(0.001);
});
