import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ObeyError } from '@obey/schema';
import { builtInCatalog } from './built-in-catalog.js';
import { loadTask } from './load-task.js';
import { manifestHash, readTaskIndex, type TaskIndex } from './task-index.js';
import { summarizeTask, type TaskSummary } from './task-summary.js';

export interface ListOptions {
  /** Told of each task that cannot be read; without it, the first such task ends the listing. */
  readonly onProblem?: (error: ObeyError) => void;
}

/**
 * The tasks of a directory (its folders with a task.yaml), by id; the built-in ones by default. No module of a task is run.
 *
 * @throws ObeyError `not-found` when there is no such directory; `task-invalid` or `process-invalid` for a task that cannot be read
 */
export async function listTasks(directory = builtInCatalog(), options: ListOptions = {}): Promise<TaskSummary[]> {
  const [folders, index] = await Promise.all([taskFolders(directory), readTaskIndex()]);
  const summaries = await Promise.all(
    folders.map(async (folder) => {
      try {
        return [await summarize(folder, index)];
      } catch (error) {
        if (options.onProblem === undefined || !ObeyError.isInstance(error)) throw error;
        options.onProblem(error);
        return [];
      }
    }),
  );
  return summaries.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The folders of a directory that hold a task.yaml, by name. */
export async function taskFolders(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((cause: unknown) => {
    throw new ObeyError('not-found', 'there is no such directory of tasks', { cause, at: { file: directory } });
  });
  const folders = await Promise.all(
    entries
      .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !/^\.|^node_modules$/.test(entry.name))
      .map(async ({ name }) => {
        const files = await readdir(path.join(directory, name)).catch((): string[] => []);
        return files.includes('task.yaml') ? [path.resolve(directory, name)] : [];
      }),
  );
  return folders.flat().toSorted();
}

async function summarize(folder: string, index: TaskIndex): Promise<TaskSummary> {
  const text = await readFile(path.join(folder, 'task.yaml'), 'utf8');
  const known = index.get(manifestHash(text));
  if (known !== undefined) return { ...known, folder };
  // Reading YAML and checking it takes longer than everything else here, so it is left to tasks that no index knows.
  const [{ taskSchema }, { parse }] = await Promise.all([import('@obey/schema'), import('yaml')]);
  const task = taskSchema.safeParse(yamlValue(text, parse));
  if (task.success) return summarizeTask(task.data, folder);
  // Loading knows where in the file it is wrong.
  return summarizeTask((await loadTask(folder)).task, folder);
}

function yamlValue(text: string, parse: typeof import('yaml').parse): unknown {
  try {
    return parse(text, { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}
