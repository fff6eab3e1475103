import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { judgeRelease } from '../examples/judge-session.js';

it('runs the example of the README', async () => {
  const log = fileURLToPath(new URL('../examples/session.jsonl', import.meta.url));
  expect(await judgeRelease(log)).toMatchInlineSnapshot(`
    [
      "score 37.5",
      "step-missing at test: no evidence",
    ]
  `);
});
