import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runOnce } from '../examples/run-trial.js';

it('runs the example of the README', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obey-example-'));
  try {
    const trial = await runOnce('smoke-sequence', 'reference', join(folder, 'trial'));
    expect(trial.status).toBe('completed');
    expect(await readdir(join(folder, 'trial'))).toContain('trace.jsonl');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
