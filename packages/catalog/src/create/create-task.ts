import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { nearest, ObeyError } from '@obey/schema';
import { templateFolder } from '../template-folder.js';
import { type TaskKind, taskKinds } from './task-kinds.js';
import { writeTaskFolder } from './write-task-folder.js';

export interface CreateTaskOptions {
  readonly kind: TaskKind;
  /** Kebab-case. */
  readonly id: string;
  /** That of the template when absent. */
  readonly title?: string;
  /** Must not exist, or be empty. */
  readonly folder: string;
}

export interface CreatedTask {
  /** Absolute. */
  readonly folder: string;
  /** Names in it, in order. */
  readonly files: readonly string[];
}

/**
 * Writes a complete, valid, running task of a kind into a new folder: task.yaml, prompt.md, prepare.ts, solve.ts, check.ts and
 * README.md, with comments. Whole or not at all; nothing is overwritten.
 * @throws ObeyError `usage` for an unknown kind or an id that cannot be, `conflict` when the folder holds something already
 */
export async function createTask({ kind, id, title, folder }: CreateTaskOptions): Promise<CreatedTask> {
  const template = templateFolder(taskKind(kind));
  const names = (await readdir(template)).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(path.join(template, name), 'utf8')));
  const files = Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
  const manifest = renamed(files['task.yaml'] ?? '', taskId(id), title);
  const heading =
    title === undefined
      ? {}
      : { 'README.md': (files['README.md'] ?? '').replace(/^# .*/, () => `# ${oneLine(title)}`) };
  const absolute = path.resolve(folder);
  await writeTaskFolder(absolute, { ...files, 'task.yaml': manifest, ...heading });
  return { folder: absolute, files: names };
}

/** Reads the name of a kind. @throws ObeyError `usage`, with the nearest one */
export function taskKind(name: string): TaskKind {
  const kinds = Object.keys(taskKinds) as TaskKind[];
  const known = kinds.find((kind) => kind === name);
  if (known !== undefined) return known;
  const close = nearest(name, kinds);
  throw new ObeyError('usage', `there is no kind \`${name}\``, {
    hint: close === undefined ? `kinds are ${kinds.join(', ')}` : `did you mean \`${close}\`?`,
  });
}

/** Reads the id of a task. @throws ObeyError `usage`, with an id that would do where one can be made of it */
export function taskId(text: string): string {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text)) return text;
  const close = suggestedId(text);
  throw new ObeyError('usage', `\`${text}\` is no id: small letters, digits and single hyphens, a letter first`, {
    ...(close === '' ? {} : { hint: `\`${close}\` would do` }),
  });
}

/** The id that a text comes nearest to, such as a title; empty where it has no letter. */
export function suggestedId(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
}

function renamed(manifest: string, id: string, title: string | undefined): string {
  const named = manifest.replace(/^id: .*$/m, `id: ${id}`);
  // JSON's strings are YAML's, whatever stands in them.
  return title === undefined ? named : named.replace(/^title: .*$/m, () => `title: ${JSON.stringify(oneLine(title))}`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being replaced
const oneLine = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
