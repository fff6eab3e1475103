import { open, readFile, truncate } from 'node:fs/promises';
import { ObeyError } from '@obey/schema';
import { eventLine } from './event-line.js';
import { parseResults, type ResultsLog, readEvent } from './parse-results.js';
import type { ResultsEvent } from './results-event.js';

/**
 * Reads a `results.jsonl`.
 * @throws ObeyError `not-found` when it cannot be read, `run-invalid` with its line when it is none
 */
export async function readResultsFile(path: string): Promise<ResultsLog> {
  return parseResults(decodeLines(await readBytes(path), path), path);
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new ObeyError('not-found', `cannot read ${path}`, { cause, hint: 'give the results.jsonl of a run' });
  }
}

const lineFeed = 0x0a;

/** A last line without its end may have been cut within a character; any other must be UTF-8. */
function decodeLines(bytes: Buffer, path: string): string {
  const end = bytes.lastIndexOf(lineFeed) + 1;
  try {
    return (
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end)) +
      bytes.subarray(end).toString('utf8')
    );
  } catch (cause) {
    const line = firstBrokenLine(bytes.subarray(0, end));
    throw new ObeyError('run-invalid', 'not UTF-8', { cause, at: { file: path, line }, hint: 'restore the file' });
  }
}

function firstBrokenLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(lineFeed, start);
    const text = bytes.subarray(start, end).toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}

/** What a file's end needed before anything may be appended. */
export type Repair = 'none' | 'line feed added' | 'torn line removed';

/**
 * Makes a results file ready for appending: a whole last event without its line feed gets one, a torn one is removed.
 * (The reference appends to the torn line and spoils the file for good.)
 */
export async function repairResultsFile(path: string): Promise<Repair> {
  const bytes = await readBytes(path);
  const end = bytes.lastIndexOf(lineFeed) + 1;
  const last = bytes.subarray(end).toString('utf8');
  if (last === '') return 'none';
  if (readEvent(last).ok) {
    const file = await open(path, 'a');
    await file.appendFile('\n').finally(() => file.close());
    return 'line feed added';
  }
  await truncate(path, end);
  return 'torn line removed';
}

export interface ResultsWriter {
  /** Appends one event and sees it onto the disk; events are written in the order in which they are given. */
  readonly append: (event: ResultsEvent) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a results file for writing: a new one (`create`, which never overwrites), one to start over (`replace`), or one to
 * go on with (`append`), which is repaired first.
 * @throws ObeyError `conflict` when a new one exists already
 */
export async function openResults(path: string, mode: 'create' | 'replace' | 'append'): Promise<ResultsWriter> {
  if (mode === 'append') await repairResultsFile(path);
  const file = await open(path, { create: 'wx', replace: 'w', append: 'a' }[mode]).catch((cause: unknown) => {
    const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    if (exists) throw new ObeyError('conflict', `${path} exists`, { cause, hint: 'resume it, or give another path' });
    throw new ObeyError('not-found', `cannot write ${path}`, { cause, hint: 'give a path in a folder that exists' });
  });
  let last: Promise<void> = Promise.resolve();
  const append = async (event: ResultsEvent): Promise<void> => {
    const line = eventLine(event);
    const written = last.then(async () => {
      await file.appendFile(line, 'utf8');
      await file.datasync();
    });
    last = written.catch(() => undefined);
    await written;
  };
  return { append, close: () => last.then(() => file.close()) };
}
