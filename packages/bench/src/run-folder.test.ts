import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRunFolder, readRun, trialFolder } from './run-folder.js';
import { lockRun } from './run-lock.js';
import { sampleRun } from './testing/sample-result.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-run-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('writes a plan once and reads it back', async () => {
  await createRunFolder(join(folder, 'new'), sampleRun());
  expect(await readRun(join(folder, 'new'))).toEqual(sampleRun());
  await expect(createRunFolder(join(folder, 'new'), sampleRun())).rejects.toMatchObject({ code: 'conflict' });
});

it('says what is wrong with a folder that holds no run', async () => {
  await expect(readRun(folder)).rejects.toMatchObject({ code: 'not-found' });
  await writeFile(join(folder, 'run.json'), '{');
  await expect(readRun(folder)).rejects.toMatchObject({ code: 'run-invalid' });
  await writeFile(join(folder, 'run.json'), '{"schema":"obey-run/1"}');
  await expect(readRun(folder)).rejects.toMatchObject({ code: 'run-invalid' });
});

it('gives every trial a folder of its own that any platform can hold', () => {
  expect(trialFolder({ task: 'us-states', candidate: 'reference:skip', trial: 2 })).toBe(
    'trials/us-states/reference~3askip/2',
  );
  const key = fc.record({
    task: fc.string({ minLength: 1 }),
    candidate: fc.string({ minLength: 1 }),
    trial: fc.integer({ min: 1, max: 99 }),
  });
  fc.assert(
    fc.property(key, key, (a, b) => {
      expect(trialFolder(a)).toMatch(/^trials\/[A-Za-z0-9._@=~-]+\/[A-Za-z0-9._@=~-]+\/\d+$/);
      expect(trialFolder(a)).not.toMatch(/\/\.+\//);
      if (JSON.stringify(a) !== JSON.stringify(b)) expect(trialFolder(a)).not.toBe(trialFolder(b));
    }),
  );
});

it('lets one process write at a time, and takes over from a dead one', async () => {
  const release = await lockRun(folder);
  await expect(lockRun(folder)).rejects.toMatchObject({ code: 'conflict' });
  await release();
  // No process has a number this high.
  await writeFile(join(folder, 'run.lock'), '4194305999');
  await (await lockRun(folder))();
});
