import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type { TraceEvent } from '@obey/schema';
import { canonicalLine } from './canonical-line.js';

const chunkChars = 1 << 20;

/** An event as its line of trace.jsonl, the hash last, with the line end. */
export const traceLine = (event: TraceEvent): string => {
  const line = canonicalLine(event);
  return event.hash === undefined ? `${line}\n` : `${line.slice(0, -1)},"hash":"${event.hash}"}\n`;
};

/**
 * Writes a whole trace.jsonl at once: readers see the old file or all of the new one. The events must be numbered and
 * chained, as `mergeEvents` returns them. Gives the number of events and the hash of the last one.
 */
export const writeTrace = async (
  path: string,
  events: Iterable<TraceEvent> | AsyncIterable<TraceEvent>,
): Promise<{ events: number; head: string | undefined }> => {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const file = await open(temporary, 'wx');
  let count = 0;
  let head: string | undefined;
  try {
    let pending = '';
    for await (const event of events) {
      pending += traceLine(event);
      count += 1;
      head = event.hash;
      if (pending.length >= chunkChars) {
        await file.appendFile(pending);
        pending = '';
      }
    }
    await file.appendFile(pending);
    await file.sync();
    await file.close();
    await rename(temporary, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
  return { events: count, head };
};
