import { loadTask } from '@obey/catalog';
import { levels } from '@obey/schema';
import { expect, it } from 'vitest';
import { folderOf } from './run-task.fixture.js';

const lengths = [5, 20, 80, 320];
const tasks = await Promise.all(lengths.map((length) => loadTask(folderOf(`length-${length}`))));

it('is one process in the same words, and differs in its length alone', () => {
  const processIn = (source: string): string => source.slice(source.indexOf('\nprocess:\n'));
  expect(new Set(tasks.map(({ source }) => processIn(source))).size).toBe(1);
  expect(new Set(tasks.map(({ prompt }) => prompt)).size).toBe(1);
  for (const level of levels) expect(tasks.map(({ task }) => task.parameters.parcels?.[level])).toEqual(lengths);
});
