import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rank } from '../examples/run-bench.js';

it('runs the example of the README', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obey-example-'));
  try {
    const [best, worst] = await rank('smoke-foreach', join(folder, 'run'));
    expect(best).toEqual({ candidate: 'reference', score: 100, weakest: null });
    expect(worst).toMatchObject({ candidate: 'reference:skip', weakest: 'completeness' });

    // The files of a trial are those that its documentation names.
    const page = await readFile(new URL('../../../docs/run-folder.md', import.meta.url), 'utf8');
    const [, block = ''] = /^## A trial\n+```text\n([^`]+)```/m.exec(page) ?? [];
    const named = block.split('\n').flatMap((line) => /^[\w.]+/.exec(line)?.[0] ?? []);
    const found = await readdir(join(folder, 'run', 'trials', 'smoke-foreach', 'reference', '1'));
    expect(found.sort()).toEqual(named.sort());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
