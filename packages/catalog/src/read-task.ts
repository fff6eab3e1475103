import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, parseProcessYaml, parseYaml } from '@obey/process';
import { jsonSchema, ObeyError, taskSchema } from '@obey/schema';
import { builtInCatalog } from './built-in-catalog.js';
import type { LoadedTask } from './loaded-task.js';
import { taskIssues } from './task-issues.js';

const manifest = 'task.yaml';
/** The process is checked by its own parser, which knows more than the schema. */
const frameSchema = taskSchema.extend({ process: jsonSchema.optional(), procedures: jsonSchema.optional() });

/** Reads and checks the task of a folder; see `loadTask`. */
export async function readTask(folder: string): Promise<LoadedTask> {
  const absolute = path.resolve(folder);
  const file = path.join(absolute, manifest);
  const source = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ObeyError('not-found', `there is no ${manifest} in this folder`, { cause, at: { file: absolute } });
  });
  const { value: frame, yaml } = parseYaml(source, frameSchema, { code: 'task-invalid', file });
  const process = parseProcessYaml(source, {
    file,
    facts: frame.facts,
    parameters: Object.keys(frame.parameters),
    services: Object.keys(frame.services),
  });
  const issues = taskIssues(frame, process, yaml);
  if (issues.length > 0) throw new InputError('task-invalid', issues, file);
  const read = (name: string, field: readonly string[]) =>
    readText(absolute, name, { field, at: { file, ...yaml.placeOf(field) } });
  const prompt = await read(frame.prompt, ['prompt']);
  const instructions = await Promise.all(
    Object.entries(frame.instructions).map(async ([target, name]) => [
      target,
      await read(name, ['instructions', target]),
    ]),
  );
  return {
    task: taskSchema.parse(yaml.value),
    process,
    prompt,
    instructions: Object.fromEntries(instructions),
    folder: absolute,
    builtIn: path.dirname(absolute) === path.resolve(builtInCatalog()),
    source,
  };
}

interface Origin {
  readonly field: readonly string[];
  readonly at: { readonly file: string; readonly line: number; readonly column: number };
}

/** A text file of the task that its task.yaml names. */
async function readText(folder: string, name: string, { field, at }: Origin): Promise<string> {
  const target = path.resolve(folder, name);
  const what = `\`${field[0]}\``;
  if (!target.startsWith(folder + path.sep)) {
    throw new ObeyError('task-invalid', `${what}: expected a file inside the task’s folder, got \`${name}\``, { at });
  }
  return readFile(target, 'utf8').catch((cause: unknown) => {
    throw new ObeyError('task-invalid', `${what}: there is no file \`${name}\``, { cause, at });
  });
}
