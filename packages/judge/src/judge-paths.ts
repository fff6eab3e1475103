import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findTaskFolder } from '@obey/catalog';
import { type Process, parseProcessYaml } from '@obey/process';
import { type Facts, factsSchema, ObeyError, type Scorecard, taskSchema } from '@obey/schema';
import { parse } from 'yaml';
import { judgeSession } from './judge-session.js';
import { judgeTrial } from './judge-trial.js';

export interface JudgePathsOptions {
  /** Whose session log it is; `claude-code` when absent. */
  readonly harness?: string | undefined;
  /** File of the process that the session was to follow. */
  readonly process?: string | undefined;
  /** Or the task whose process it was to follow: a name or a folder. */
  readonly task?: string | undefined;
  /** File of facts, as JSON. */
  readonly facts?: string | undefined;
}

/**
 * Judges what lies at some paths: the folder of one trial, or else the files or directory of a session.
 *
 * @throws ObeyError `usage` for a session without a process
 */
export async function judgePaths(paths: readonly string[], options: JudgePathsOptions = {}): Promise<Scorecard> {
  const [first] = paths;
  if (first !== undefined && paths.length === 1 && existsSync(path.join(first, 'trial.json'))) return judgeTrial(first);
  const file = options.process ?? (await taskFile(options.task));
  if (file === undefined) {
    throw new ObeyError('usage', `${first ?? 'nothing'} is no folder of a trial, so a process is needed to judge it`, {
      hint: 'name the process that the session was to follow with --process, or a task with --task',
    });
  }
  const facts = options.facts === undefined ? {} : await readFacts(options.facts);
  const { process, name, version } = await readProcess(file, facts);
  return judgeSession({ harness: options.harness ?? 'claude-code', paths, process, facts, name, version });
}

async function taskFile(task: string | undefined): Promise<string | undefined> {
  return task === undefined ? undefined : path.join(await findTaskFolder(task), 'task.yaml');
}

async function readFacts(file: string): Promise<Facts> {
  try {
    return factsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new ObeyError('usage', 'facts must be one JSON object', { cause, at: { file } });
  }
}

async function readProcess(file: string, facts: Facts): Promise<{ process: Process; name: string; version: string }> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ObeyError('not-found', 'there is no process here', { cause, at: { file } });
  });
  let asTask: ReturnType<typeof taskSchema.safeParse> | undefined;
  try {
    asTask = taskSchema.safeParse(parse(text));
  } catch {
    // Not YAML at all: the process parser says where.
  }
  const task = asTask?.success === true ? asTask.data : undefined;
  const declared = task?.facts ?? {};
  const known = Object.fromEntries(Object.keys({ ...declared, ...facts }).map((name) => [name, declared[name] ?? {}]));
  const process = parseProcessYaml(text, { file, facts: known, parameters: Object.keys(task?.parameters ?? {}) });
  return { process, name: task?.id ?? path.basename(file).replace(/\.ya?ml$/, ''), version: task?.version ?? '0.0.0' };
}
