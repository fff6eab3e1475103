import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { TaskSummary } from './task-summary.js';

const schema = 'obey-task-index/1';

/** What listing knows of a task without reading it, by the hash of its task.yaml: so it is never out of date. */
export type TaskIndex = ReadonlyMap<string, Omit<TaskSummary, 'folder'>>;

/** The hash by which an index knows a task.yaml. */
export const manifestHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The index that the build left beside the packed tasks; empty where there is none. */
export async function readTaskIndex(): Promise<TaskIndex> {
  try {
    const path = fileURLToPath(new URL('../tasks/index.json', import.meta.url));
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isIndex(value) ? new Map(Object.entries(value.tasks)) : new Map();
  } catch {
    return new Map();
  }
}

/** The text of an index of these tasks, as `readTaskIndex` takes it; the folders' own task.yaml is read again for its hash. */
export async function taskIndexText(tasks: readonly TaskSummary[]): Promise<string> {
  const entries = await Promise.all(
    tasks.map(async ({ folder, ...summary }) => {
      return [manifestHash(await readFile(`${folder}/task.yaml`, 'utf8')), summary] as const;
    }),
  );
  return `${JSON.stringify({ schema, tasks: Object.fromEntries(entries) }, null, 1)}\n`;
}

function isIndex(value: unknown): value is { tasks: Record<string, Omit<TaskSummary, 'folder'>> } {
  return (
    typeof value === 'object' && value !== null && 'schema' in value && value.schema === schema && 'tasks' in value
  );
}
