import { randomUUID } from 'node:crypto';
import type { RunMachine } from '@obey/compact';
import type { CommandContext } from '../../command-context.js';
import { readVersion } from '../../version.js';

/** What a run takes from this process. */
export function runMachine({ now }: CommandContext): RunMachine {
  return {
    newId: randomUUID,
    timestamp: () =>
      now()
        .toISOString()
        .replace(/\.000Z$/, 'Z')
        .replace(/\.(\d{3})Z$/, '.$1000Z'),
    now: () => performance.now(),
    versions: { obey: readVersion(), node: process.version },
  };
}
