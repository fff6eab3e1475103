import { constants, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Redactor } from './redactor.js';

/**
 * Copies a regular file of the candidate's, secrets taken out. A link is not followed and nothing else is opened: gives
 * false for both. Bytes beyond `maxBytes` are not read.
 */
export async function copyRedacted(
  source: string | Buffer,
  target: string | Buffer,
  redactor: Redactor,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(source, flags).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { size } = await file.stat();
    if (!(await file.stat()).isFile() || size > maxBytes) return false;
    const input = file.createReadStream({ autoClose: false, ...(size === 0 ? {} : { end: size - 1 }) });
    const output = createWriteStream(target);
    if (redactor.idle) await pipeline(input, output);
    else await pipeline(input, redactor.transform(), output);
    return true;
  } finally {
    await file.close();
  }
}
