import { existsSync } from 'node:fs';
import path from 'node:path';
import { nearest, ObeyError } from '@obey/schema';
import { builtInCatalog } from './built-in-catalog.js';
import { taskFolders } from './list-tasks.js';
import { loadTask } from './load-task.js';
import type { LoadedTask } from './loaded-task.js';

/**
 * Loads a task: a built-in one by its name, any other by its path.
 *
 * @throws ObeyError `not-found`, with the nearest name; `task-invalid` or `process-invalid` as `loadTask` does
 */
export async function resolveTask(nameOrFolder: string, directory?: string): Promise<LoadedTask> {
  return loadTask(await findTaskFolder(nameOrFolder, directory));
}

/**
 * The folder of a task: a built-in one by its name, any other by its path.
 *
 * @throws ObeyError `not-found`, with the nearest name
 */
export async function findTaskFolder(nameOrFolder: string, directory = builtInCatalog()): Promise<string> {
  const isName = /^[a-z0-9-]+$/.test(nameOrFolder);
  const candidates = isName ? [path.join(directory, nameOrFolder), nameOrFolder] : [nameOrFolder];
  const found = candidates.find((folder) => existsSync(path.join(folder, 'task.yaml')));
  if (found !== undefined) return path.resolve(found);
  if (!isName) {
    throw new ObeyError('not-found', 'there is no task.yaml in this folder', { at: { file: nameOrFolder } });
  }
  const names = (await taskFolders(directory).catch(() => [])).map((folder) => path.basename(folder));
  const close = nearest(nameOrFolder, names);
  throw new ObeyError('not-found', `there is no task \`${nameOrFolder}\``, {
    hint:
      close === undefined
        ? `built in are ${names.join(', ') || 'none'}; a task of your own is named by its folder`
        : `did you mean \`${close}\`?`,
  });
}
