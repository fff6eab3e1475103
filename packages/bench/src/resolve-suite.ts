import { resolve } from 'node:path';
import { type LoadedTask, listTasks, resolveTask, selectTasks } from '@obey/catalog';
import { ObeyError } from '@obey/schema';

/**
 * The tasks that a word on the command line means: the folder of a task, or built-in tasks by suite, id or expression.
 * A relative folder is meant from `directory`.
 * @throws ObeyError `usage` when an expression cannot be read, `not-found` when it selects nothing
 */
export async function resolveSuite(text: string, directory = '.'): Promise<LoadedTask[]> {
  if (/^\.{1,2}$|^[^\s:]*[/\\]/.test(text)) return [await resolveTask(resolve(directory, text))];
  const tasks = selectTasks(await listTasks(), text);
  if (tasks.length === 0)
    throw new ObeyError('not-found', `no task fits \`${text}\``, { hint: 'see obey catalog list' });
  return await Promise.all(tasks.map((task) => resolveTask(task.folder)));
}
