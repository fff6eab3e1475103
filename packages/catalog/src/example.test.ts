import { expect, it } from 'vitest';
import { idsOf } from '../examples/select-tasks.js';

it('runs the example of the README', async () => {
  expect(await idsOf('suite:smoke and has:try')).toEqual(['smoke-try']);
});
