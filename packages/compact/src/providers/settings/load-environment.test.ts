import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadEnvironment } from './load-environment.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-environment-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('adds what begins with COMPACTBENCH_ and is not set', async () => {
  await writeFile(
    join(folder, '.env'),
    [
      '# keys',
      'COMPACTBENCH_A="a b"',
      'export COMPACTBENCH_B=b',
      'COMPACTBENCH_C=file',
      'COMPACTBENCH_D=file',
      'PATH=/nowhere',
    ].join('\n'),
  );
  const variables = { PATH: '/bin', COMPACTBENCH_C: 'real', COMPACTBENCH_D: '' };
  expect(await loadEnvironment(folder, variables)).toEqual({
    PATH: '/bin',
    COMPACTBENCH_A: 'a b',
    COMPACTBENCH_B: 'b',
    COMPACTBENCH_C: 'real',
    COMPACTBENCH_D: '',
  });
  expect(process.env.COMPACTBENCH_A).toBeUndefined();
});

it('needs no such file, but one that it can read', async () => {
  expect(await loadEnvironment(folder, { A: '1' })).toEqual({ A: '1' });
  await mkdir(join(folder, '.env'));
  const error = await loadEnvironment(folder, {}).catch((thrown: unknown) => thrown);
  expect(ObeyError.isInstance(error) && error.line).toContain('.env');
});
