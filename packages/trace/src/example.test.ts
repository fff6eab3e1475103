import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { countTools } from '../examples/read-session.js';

it('runs the example of the README', async () => {
  const log = fileURLToPath(new URL('../examples/session.jsonl', import.meta.url));
  const { calls, skipped } = await countTools([log]);
  expect(Object.fromEntries(calls)).toEqual({ Read: 1, Bash: 1 });
  expect(Object.values(skipped).reduce((sum, count) => sum + count, 0)).toBe(0);
});
