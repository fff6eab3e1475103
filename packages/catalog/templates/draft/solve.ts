import type { Handler, Handlers } from '@obey/process';
import { type Act, acts } from './plan.js';

type Values = Record<string, unknown>;

/**
 * Drafted: does what the plan says of a step, and no more. Write a handler in its place for each step that asks for thought:
 * how an obedient agent really does it, through its abilities alone.
 */
const handlerOf = (step: string, act: Act): Handler => {
  const { variable, from, reads = [], run, request, write, fields = [], less, token } = act;
  return async ({ item, abilities, services }) => {
    const id = variable === undefined ? '' : (item[variable] as { id: string }).id;
    const own = (path: string): string => path.replaceAll('{id}', id);
    const parsed = async (path: string): Promise<unknown> =>
      JSON.parse(await abilities.read(path).catch(() => '{}')) as unknown;
    for (const path of reads) await abilities.read(own(path)).catch(() => '');
    if (run !== undefined) await abilities.run(run);
    let found: Values = {};
    if (request !== undefined) {
      const [method = 'GET', path = ''] = own(request).split(' ');
      const answer = await abilities.fetch(`${services.world}${path}`, { method });
      if (answer.status >= 400) return;
      found = JSON.parse(answer.body) as Values;
    } else if (less !== undefined && write !== undefined) {
      found = (await parsed(own(write))) as Values;
    } else if (from !== undefined) {
      const data = await parsed(from);
      found = (Array.isArray(data) ? data.find((one: Values) => one.id === id) : data) as Values;
    }
    if (write === undefined) return;
    if (!write.endsWith('.json')) {
      await abilities.write(own(write), `${[step, id, item.round].filter((part) => part !== undefined).join(' ')}\n`);
      return;
    }
    const kept: Values = id === '' ? {} : { id };
    for (const name of fields) kept[name] = name === less ? Number(found?.[name]) - 1 : found?.[name];
    if (token !== undefined) kept[token] = found?.reference;
    await abilities.write(own(write), `${JSON.stringify(kept)}\n`);
  };
};

export const solve: Handlers = Object.fromEntries(
  Object.entries(acts).map(([step, act]) => [step, handlerOf(step, act)]),
);
