import { prepareTask } from '@obey/prepare';
import type { Json, PreparedTask } from '@obey/schema';
import { expect, it } from 'vitest';
import { builtInCatalog } from '../built-in-catalog.js';
import { loadTask } from '../load-task.js';
import { loadTaskModules } from '../load-task-modules.js';
import { unplantedExceptions } from './unplanted-exceptions.js';

async function instance(task: string) {
  const loaded = await loadTask(`${builtInCatalog()}/${task}`);
  const modules = await loadTaskModules(loaded);
  const prepared = prepareTask({ ...loaded, ...modules }, { seed: 5, level: 'easy', secret: 'ab'.repeat(32) });
  const found = (changed: Partial<PreparedTask['facts']>) =>
    unplantedExceptions({
      ...loaded,
      prepared: { ...prepared, facts: { ...prepared.facts, ...changed } as typeof prepared.facts },
    });
  return { found, facts: prepared.facts as Record<string, Json> };
}

it('finds an exception that `planted` does not name', async () => {
  const { found, facts } = await instance('us-states');
  expect(await found({})).toEqual([]);
  const { deviating = [], at50 = [], gone = [], ...rest } = facts.planted as Record<string, string[]>;
  const [first = '', ...others] = deviating;
  expect(await found({ planted: { ...rest, at50, gone, deviating: others } })).toContainEqual(
    expect.stringContaining(`${first} lies where it holds, unplanted`),
  );
  expect(await found({ planted: { ...rest, at50, deviating } })).toContainEqual(
    expect.stringContaining(`${gone[0]} meets a fault, unplanted`),
  );
  expect(await found({ planted: { ...rest, gone, deviating } })).toContainEqual(
    expect.stringContaining(`${at50[0]} lies on the boundary, unplanted`),
  );
  expect(
    await found({ planted: { ...rest, gone, deviating: [...deviating, ...at50, ...(rest.at49 ?? [])] } }),
  ).toContainEqual(expect.stringContaining('planted `deviating` lies on both sides'));
});

it('finds lists that are empty, have an item twice, or one without its key', async () => {
  const { found, facts } = await instance('us-states');
  const states = facts.states as { slug: string }[];
  expect(await found({ states: [] })).toContain('`states` is empty');
  expect(await found({ states: [...states, states[0] as Json] })).toContain('`states` has a `slug` twice');
  expect(await found({ states: [...states, { slug: ' ' }] })).toContain('1 of `states` without `slug`');
});
