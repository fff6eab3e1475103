import { randomUUID } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { runCompaction } from '../run-compaction.js';
import type { ChildRun } from './child-program.js';
import { compactionRun } from './compaction-run.js';

// A program of its own: one run, told by its first argument, so that it can be killed.

/** Files grow by a few bytes at a time, so that whoever kills this process finds a line half written. */
async function slowDisk(piece: number): Promise<void> {
  const handle = await open(process.execPath);
  const prototype = Object.getPrototypeOf(handle) as Pick<FileHandle, 'appendFile'>;
  await handle.close();
  prototype.appendFile = async function (this: FileHandle, text) {
    const bytes = Buffer.from(String(text), 'utf8');
    for (let at = 0; at < bytes.length; at += piece) {
      await this.write(bytes.subarray(at, at + piece));
      await nextTurn();
    }
  };
}

const { suite, output, existing, caseCount, level, piece }: ChildRun = JSON.parse(process.argv[2] ?? '');
if (piece !== undefined) await slowDisk(piece);
const run = await compactionRun({ suite, output, existing, settings: { caseCount, difficulty: level } });
await runCompaction({
  ...run,
  machine: {
    ...run.machine,
    newId: randomUUID,
    timestamp: () => new Date().toISOString().replace(/\.(\d{3})Z$/, '.$1001Z'),
    now: () => performance.now(),
  },
});
