import { lstat, readFile } from 'node:fs/promises';
import { ObeyError } from '@obey/schema';
import type { ResultsLog } from '../results/parse-results.js';
import { readResultsFile } from '../results/results-file.js';

/** Bytes that the file of a submission may have. */
const mostBytes = { config: 65_536, results: 268_435_456, text: 1_048_576 } as const;

/**
 * Whether a file of a submission is what it should be: no link to another place, nothing that never ends, not too long.
 * @throws ObeyError `not-found` or `run-invalid`
 */
export async function requirePlainFile(path: string, kind: keyof typeof mostBytes): Promise<void> {
  const found = await lstat(path).catch((cause: unknown) => {
    throw new ObeyError('not-found', 'there is no such file', { cause, at: { file: path } });
  });
  if (!found.isFile()) {
    throw new ObeyError('run-invalid', 'not a plain file', { at: { file: path }, hint: 'put the file itself there' });
  }
  if (found.size > mostBytes[kind]) {
    throw new ObeyError('run-invalid', `longer than ${mostBytes[kind]} bytes`, { at: { file: path } });
  }
}

/** The results of a submission. @throws ObeyError in one line */
export async function readSubmittedResults(path: string): Promise<ResultsLog> {
  await requirePlainFile(path, 'results');
  return readResultsFile(path);
}

/** A text file of a submission. @throws ObeyError in one line */
export async function readSubmittedText(path: string, kind: 'config' | 'text'): Promise<string> {
  await requirePlainFile(path, kind);
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ObeyError('run-invalid', 'not UTF-8', { cause, at: { file: path } });
  }
}
