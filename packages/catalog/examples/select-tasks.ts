import { listTasks, selectTasks } from '@obey/catalog';

/** Ids of the built-in tasks that an expression selects. */
export async function idsOf(selection: string): Promise<string[]> {
  return selectTasks(await listTasks(), selection).map(({ id }) => id);
}
