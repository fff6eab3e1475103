import { expect, it } from 'vitest';
import { describeCandidate, taskJsonSchema } from '../examples/parse-candidate.js';

it('runs the example of the README', () => {
  expect(describeCandidate('reference:skip')).toBe('reference:skip runs reference in the environment local');
  expect(describeCandidate('no such:thing:here')).toContain('is not harness[:deviation][=model][@environment]');
  expect(taskJsonSchema.required).toContain('process');
});
