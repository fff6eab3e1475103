import { expect, it } from 'vitest';
import { readProcess } from '../examples/explain-process.js';

it('runs the example of the README', () => {
  const { prose, deviations } = readProcess();
  expect(prose).toContain('Write down the governor of');
  expect(prose).toContain('in parallel');
  expect(deviations).toContain('serialize');
  expect(deviations).not.toContain('never');
});
