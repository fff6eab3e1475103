import { type FileHandle, open, readFile } from 'node:fs/promises';
import { ObeyError, type Result, resultSchema } from '@obey/schema';

/** The resume key of a result: a trial is done once its key stands in the log. */
export const resultKey = (of: Pick<Result, 'task' | 'candidate' | 'trial'>): string =>
  JSON.stringify([of.task, of.candidate, of.trial]);

/** An append-only results.jsonl, opened for one run. */
export interface ResultsLog {
  /** What stood in the file when it was opened, each key once, then what was appended. */
  readonly results: readonly Result[];
  has(of: Pick<Result, 'task' | 'candidate' | 'trial'>): boolean;
  /** Adds one line and waits until it is on the disk. A key that is there already is left as it is. */
  append(result: Result): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens results.jsonl for appending; creates it. A last line without its newline is what a killed run left behind:
 * it is cut off, so that the next line starts clean.
 * @throws ObeyError `run-invalid` with the line of a record that no run of ours wrote
 */
export async function openResultsLog(path: string): Promise<ResultsLog> {
  const file = await open(path, 'a+');
  try {
    const { results, wholeBytes } = parseResults(await readFile(path), path);
    await file.truncate(wholeBytes);
    return logOf(file, results);
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The results of a run, also of one that is still going on or was killed: a torn last line is passed over. */
export async function readResults(path: string): Promise<Result[]> {
  return parseResults(await readFile(path), path).results;
}

function logOf(file: FileHandle, results: Result[]): ResultsLog {
  const keys = new Set(results.map(resultKey));
  // One append at a time: two interleaved writes could tear each other's line.
  let last: Promise<void> = Promise.resolve();
  const write = async (result: Result): Promise<void> => {
    if (keys.has(resultKey(result))) return;
    await file.appendFile(`${JSON.stringify(result)}\n`);
    await file.datasync();
    keys.add(resultKey(result));
    results.push(result);
  };
  return {
    results,
    has: (of) => keys.has(resultKey(of)),
    append(result) {
      const written = last.then(() => write(result));
      last = written.catch(() => undefined);
      return written;
    },
    async close() {
      await last;
      await file.close();
    },
  };
}

function parseResults(bytes: Buffer, path: string): { results: Result[]; wholeBytes: number } {
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
  const seen = new Map<string, Result>();
  const lines = bytes.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1);
  for (const [index, line] of lines.entries()) {
    const result = parseLine(line, path, index + 1);
    if (!seen.has(resultKey(result))) seen.set(resultKey(result), result);
  }
  return { results: [...seen.values()], wholeBytes };
}

function parseLine(text: string, file: string, line: number): Result {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ObeyError('run-invalid', 'expected one result as JSON', { at: { file, line }, cause, hint });
  }
  const parsed = resultSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'the result' : issue.path.join('.');
  throw new ObeyError('run-invalid', `${where}: ${issue?.message ?? 'not a result'}`, {
    at: { file, line },
    cause: parsed.error,
    hint,
  });
}

const hint = 'remove that line to run its trial again';
