import { appendFile, cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtInCatalog } from './built-in-catalog.js';
import { listTasks } from './list-tasks.js';
import { manifestHash, readTaskIndex, taskIndexText } from './task-index.js';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-index-'));
  await cp(join(builtInCatalog(), 'smoke-if'), join(directory, 'smoke-if'), { recursive: true });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

it('knows a task by its task.yaml, and says of it what reading says, but for its folder', async () => {
  const [task] = await listTasks(directory);
  const manifest = join(directory, 'smoke-if', 'task.yaml');
  const index: { tasks: Record<string, object> } = JSON.parse(await taskIndexText(await listTasks(directory)));
  expect({ ...Object.values(index.tasks)[0], folder: task?.folder }).toEqual(task);
  expect(Object.keys(index.tasks)).toEqual([manifestHash(await readFile(manifest, 'utf8'))]);
});

it('is not asked about a task that was changed since', async () => {
  const manifest = join(directory, 'smoke-if', 'task.yaml');
  await appendFile(manifest, '# changed\n');
  const index = await readTaskIndex();
  expect(index.has(manifestHash(await readFile(manifest, 'utf8')))).toBe(false);
  expect(await listTasks(directory)).toMatchObject([{ id: 'smoke-if', title: 'Parcels above the limit' }]);
});
