import { readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { formatCandidate, ObeyError, type Result, scorecardSchema, trialSchema } from '@obey/schema';
import { readTraceFile } from '@obey/trace';
import type { z } from 'zod';
import type { TraceEvents } from './document/collect-trace.js';

/**
 * The result that a trial's folder holds, for the report of that trial alone. A trial that was not judged has no scorecard.
 *
 * @throws ObeyError `not-found` when it is no trial's folder, `trial-invalid` when a file in it does not fit its schema
 */
export async function readTrialResult(folder: string): Promise<Result> {
  const record = await readJson(join(folder, 'trial.json'), trialSchema);
  if (record === null) {
    throw new ObeyError('not-found', 'no trial.json in this folder', {
      at: { file: folder },
      hint: 'give the folder of a trial, such as runs/<run>/trials/<task>/<candidate>/1',
    });
  }
  // In a run, the folder's name is the number of the trial.
  const name = basename(resolve(folder));
  return {
    schema: 'obey-result/1',
    task: record.task,
    candidate: formatCandidate(record.candidate),
    trial: /^[1-9]\d*$/.test(name) ? Number(name) : 1,
    folder: name,
    attempts: 1,
    record,
    scorecard: await readJson(join(folder, 'scorecard.json'), scorecardSchema),
  };
}

/** Reads a trial's trace.jsonl; null where there is none. */
export async function readTrialTrace(folder: string): Promise<TraceEvents | null> {
  const path = join(folder, 'trace.jsonl');
  return (await isFile(path)) ? readTraceFile(path) : null;
}

/**
 * The `traceOf` of a run's folder.
 *
 * @throws ObeyError `run-invalid` when a result names a folder outside of the run
 */
export const tracesOfRun =
  (runFolder: string) =>
  async ({ folder }: Result): Promise<TraceEvents | null> => {
    const path = resolve(runFolder, folder);
    if (!path.startsWith(resolve(runFolder) + sep)) {
      throw new ObeyError('run-invalid', `a result names the folder ${relative(runFolder, path)}, outside of its run`, {
        at: { file: join(runFolder, 'results.jsonl') },
        hint: 'run the benchmark again',
      });
    }
    return readTrialTrace(path);
  };

async function readJson<T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T> | null> {
  if (!(await isFile(path))) return null;
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new ObeyError('trial-invalid', 'not JSON', {
      at: { file: path },
      hint: 'run the trial or judge it again',
      cause,
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new ObeyError('trial-invalid', `${where}${issue?.message ?? 'does not fit its schema'}`, {
    at: { file: path },
    hint: 'run the trial or judge it again',
  });
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
