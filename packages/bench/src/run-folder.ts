import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { ObeyError, type Run, runSchema } from '@obey/schema';

/** Where the parts of a run lie in its folder. */
const runFile = (folder: string): string => join(folder, 'run.json');
export const resultsFile = (folder: string): string => join(folder, 'results.jsonl');

/**
 * The folder of one trial, relative to the run's, with `/` on every platform. Different trials never share one:
 * what a file name cannot hold on some platform is written as `~` and its code.
 */
export function trialFolder(of: { task: string; candidate: string; trial: number }): string {
  return ['trials', fileName(of.task), fileName(of.candidate), String(of.trial)].join('/');
}

const fileName = (text: string): string =>
  text.replace(/[^A-Za-z0-9._@=-]|^\.+$/g, (found) =>
    [...new TextEncoder().encode(found)].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''),
  );

/**
 * Makes the folder of a new run and writes its plan.
 * @throws ObeyError `conflict` when a run lies there already
 */
export async function createRunFolder(folder: string, run: Run): Promise<void> {
  await mkdir(join(folder, 'trials'), { recursive: true });
  if (await exists(runFile(folder))) {
    throw new ObeyError('conflict', `${folder} already holds a run`, {
      hint: 'continue it with --resume, or name another folder',
    });
  }
  const temporary = `${runFile(folder)}.part`;
  const file = await open(temporary, 'w');
  await file.writeFile(`${JSON.stringify(run, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(temporary, runFile(folder));
}

/**
 * Reads the plan of a run.
 * @throws ObeyError `not-found` when there is none, `run-invalid` when it is not a plan
 */
export async function readRun(folder: string): Promise<Run> {
  const file = runFile(folder);
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new ObeyError('run-invalid', 'expected JSON', { at: { file }, cause });
    throw new ObeyError('not-found', `${folder} holds no run`, {
      cause,
      hint: 'name the folder that has run.json in it',
    });
  }
  const parsed = runSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ObeyError('run-invalid', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a run'}`, {
    at: { file },
  });
}

const exists = (path: string): Promise<boolean> =>
  open(path).then(
    (file) => file.close().then(() => true),
    () => false,
  );
