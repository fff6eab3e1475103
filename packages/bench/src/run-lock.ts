import { readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ObeyError } from '@obey/schema';

/** Folders that this very process holds: a lock with its pid but not here is from an earlier process of that number. */
const held = new Set<string>();

/**
 * Holds a run folder for this process; gives what releases it. A lock whose process is dead is taken over.
 * @throws ObeyError `conflict` when another living process holds it
 */
export async function lockRun(folder: string): Promise<() => Promise<void>> {
  const path = resolve(folder, 'run.lock');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      held.add(path);
      return async () => {
        held.delete(path);
        await rm(path, { force: true });
      };
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (holder === process.pid ? held.has(path) : isAlive(holder)) break;
      await rm(path, { force: true });
    }
  }
  throw new ObeyError('conflict', `another process is writing to ${folder}`, {
    hint: 'wait for it, or remove run.lock if none is',
  });
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
