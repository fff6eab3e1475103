import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Process, parseProcessYaml } from '@obey/process';
import { ObeyError, type Sealed, sealedSchema, type Task, type Trial, taskSchema, trialSchema } from '@obey/schema';
import { parse } from 'yaml';

/** What a trial's folder says before its trace is read. */
export interface RecordedTrial {
  readonly trial: Trial;
  readonly sealed: Sealed;
  readonly task: Task;
  readonly process: Process;
}

interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new ObeyError('not-found', 'this file of a trial is missing', {
      cause,
      at: { file },
      hint: 'a trial’s folder holds trial.json, sealed.json, process.yaml and trace.jsonl',
    });
  }
}

function parseAs<T>(schema: Schema<T>, file: string, read: () => unknown): T {
  let value: unknown;
  try {
    value = read();
  } catch (cause) {
    throw new ObeyError('trial-invalid', 'it cannot be read', { cause, at: { file }, hint: 'was it cut off?' });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ObeyError('trial-invalid', `\`${issue?.path.map(String).join('.') ?? ''}\`: ${issue?.message ?? 'wrong'}`, {
    at: { file },
  });
}

/**
 * Reads trial.json, sealed.json and process.yaml of a trial.
 *
 * @throws ObeyError `not-found`, `trial-invalid`, `process-invalid`
 */
export async function readTrial(folder: string): Promise<RecordedTrial> {
  const files = { trial: 'trial.json', sealed: 'sealed.json', task: 'process.yaml' } as const;
  const at = (name: keyof typeof files) => path.join(folder, files[name]);
  const trialText = await textOf(at('trial'));
  const trial = parseAs(trialSchema, at('trial'), () => JSON.parse(trialText));
  const sealedText = await textOf(at('sealed'));
  const sealed = parseAs(sealedSchema, at('sealed'), () => JSON.parse(sealedText));
  const text = await textOf(at('task'));
  return { trial, sealed, ...readProcess(text, at('task')) };
}

type ReadProcess = Pick<RecordedTrial, 'task' | 'process'>;

/** Trials of one task are mostly judged one after another, and parsing its process takes longer than judging a short one. */
let last: ({ readonly text: string } & ReadProcess) | undefined;

function readProcess(text: string, file: string): ReadProcess {
  if (last?.text === text) return { task: last.task, process: last.process };
  const task = parseAs(taskSchema, file, () => parse(text));
  const process = parseProcessYaml(text, { file, facts: task.facts, parameters: Object.keys(task.parameters) });
  last = { text, task, process };
  return { task, process };
}
