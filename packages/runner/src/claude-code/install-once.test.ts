import { existsSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { installOnce } from './install-once.js';

const places = async () => {
  const folder = await temporaryFolder();
  return { path: join(folder, 'it'), lock: join(folder, 'lock') };
};

it('installs once for all who ask at the same time', async () => {
  const { path, lock } = await places();
  let times = 0;
  const install = async () => {
    times += 1;
    await sleep(50);
    await writeFile(path, '');
  };
  await Promise.all([1, 2, 3].map(() => installOnce(path, lock, install)));
  expect(times).toBe(1);
  expect(existsSync(lock)).toBe(false);
});

it('lets the next one try after a failure, and takes a stale lock over', async () => {
  const { path, lock } = await places();
  await expect(installOnce(path, lock, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
  await expect(installOnce(path, join(lock, 'nowhere'), async () => {})).rejects.toMatchObject({ code: 'ENOENT' });
  await mkdir(lock);
  await utimes(lock, new Date(0), new Date(0));
  await installOnce(path, lock, () => writeFile(path, ''));
  expect(existsSync(path)).toBe(true);
});
