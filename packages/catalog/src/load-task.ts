import type { LoadedTask } from './loaded-task.js';

/**
 * Reads and checks the task of a folder: its task.yaml with the process, and its prompt. No module of it is run.
 *
 * @throws ObeyError `not-found` when there is no task.yaml; `task-invalid` or `process-invalid` with file, line and column of
 *   the first thing that is wrong (an `InputError` of `@obey/process`, which has them all)
 */
export async function loadTask(folder: string): Promise<LoadedTask> {
  // The process language is loaded only now, so that listing and selecting stay quick.
  const { readTask } = await import('./read-task.js');
  return readTask(folder);
}
