import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { HarnessReading, HarnessSession } from '../harness/harness.js';
import { copyRedacted } from '../redaction/copy-redacted.js';
import type { Redactor } from '../redaction/redactor.js';
import type { Ending } from './supervise.js';

export interface KeepOptions {
  /** The folder that takes the harness's own logs. */
  readonly raw: string;
  readonly redactor: Redactor;
}

/** Copies a session's logs out of the candidate's reach, and reads the copies. */
export async function keepAndRead(
  session: Pick<HarnessSession, 'logs' | 'read'>,
  { by, exit }: Ending,
  { raw, redactor }: KeepOptions,
): Promise<HarnessReading> {
  for (const { name, path } of await session.logs()) {
    const target = join(raw, name);
    await mkdir(dirname(target), { recursive: true });
    await copyRedacted(path, target, redactor);
  }
  const cut = by !== 'itself' || exit.signal !== undefined || (exit.exit ?? 0) > 128;
  try {
    return await session.read(raw, cut, exit);
  } catch (error) {
    // The candidate may have put anything there.
    return { events: [], damage: `unreadable: ${error instanceof Error ? error.message : String(error)}` };
  }
}
