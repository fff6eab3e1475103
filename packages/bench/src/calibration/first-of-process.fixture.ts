import { resolveTask } from '@obey/catalog';
import { explainProcess } from '@obey/process';

/**
 * Those of the tasks whose process no earlier one has: the same process over more items, or told through another channel, is
 * read by the same judge in the same way.
 */
export async function firstOfProcess(tasks: readonly string[]): Promise<ReadonlySet<string>> {
  const first = new Map<string, string>();
  for (const task of tasks) {
    const prose = explainProcess((await resolveTask(task)).process);
    if (!first.has(prose)) first.set(prose, task);
  }
  return new Set(first.values());
}
