import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process is alive; one that is dead and not yet reaped is not. */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const path = `/proc/${pid}/stat`;
  return !existsSync(path) || !/\) [ZX] /.test(readFileSync(path, 'latin1'));
}

/** The number that a program writes into a file, once it is there. */
export async function pidIn(path: string): Promise<number> {
  for (let tries = 0; tries < 400; tries++) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (/^\d+\n$/.test(text)) return Number(text);
    await sleep(20);
  }
  throw new Error(`${path} was never written`);
}
