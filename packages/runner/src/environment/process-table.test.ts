import { execFileSync, spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { processTable } from './process-table.js';

const hasPs = (() => {
  try {
    execFileSync('ps', ['-A', '-o', 'pid=']);
    return true;
  } catch {
    return false;
  }
})();

for (const platform of ['linux', 'darwin'] as const) {
  const missing = platform === 'linux' ? process.platform !== 'linux' : !hasPs;
  it.skipIf(missing)(
    `lists processes with their parents, groups and sessions as on ${platform} (needs its process table)`,
    async () => {
      const child = spawn('sleep', ['30'], { detached: true });
      try {
        const entries = await processTable(platform).list();
        const entry = entries.find(({ pid }) => pid === child.pid);
        expect(entry).toMatchObject({ parent: process.pid, group: child.pid, zombie: false });
        expect(entry?.started).not.toBe('');
        expect((await processTable(platform).list()).find(({ pid }) => pid === child.pid)?.started).toBe(
          entry?.started,
        );
      } finally {
        child.kill('SIGKILL');
      }
    },
  );
}
