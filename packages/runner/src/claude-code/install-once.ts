import { existsSync } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const staleMs = 240_000;
const pollMs = 300;

/**
 * Makes `path` by `install` unless it is there; of several processes that want it at once one makes it and the others
 * wait. A lock that was left behind by a dead process is taken over after four minutes.
 */
export async function installOnce(path: string, lock: string, install: () => Promise<void>): Promise<void> {
  while (!existsSync(path)) {
    const isOurs = await mkdir(lock).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (isOurs) {
      try {
        if (!existsSync(path)) await install();
      } finally {
        await rm(lock, { recursive: true, force: true });
      }
      return;
    }
    const made = await stat(lock).catch(() => undefined);
    if (made !== undefined && Date.now() - made.mtimeMs > staleMs) await rm(lock, { recursive: true, force: true });
    else await sleep(pollMs);
  }
}
