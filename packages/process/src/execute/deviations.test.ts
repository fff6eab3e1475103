import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Handlers } from '../abilities.js';
import { applicableDeviations, deviations } from './deviations.js';
import { processOf, type RunOptions, runProcess } from './run-process.fixture.js';

const facts = {
  states: ['ada', 'bea', 'cem', 'dov', 'eli', 'fay'].map((id) => ({ id, name: `State ${id}` })),
  served: { ada: 100, bea: 20, cem: 30, dov: 400, eli: 50, fay: 600 },
  planted: { big: ['ada', 'dov', 'fay'] },
};

const yaml = `
- { step: first, done: { wrote: first.txt } }
- { step: second, done: { wrote: second.txt } }
- forEach: state in states
  mode: parallel
  do:
    - step: collect
      started: { requested: "GET /states/{state.id}" }
      done: { wrote: "states/{state.id}.json" }
      yields: states/{state.id}.json
      proof: { token: reference, fields: [people] }
- forEach: state in states
  do:
    - if: collect.people > 90
      then:
        - { step: flag, done: { wrote: "flags/{state.id}.txt" } }
        - step: collectAgain
          started: { requested: "GET /states/{state.id}" }
          done: { wrote: "states/{state.id}.json" }
          yields: states/{state.id}.json
          proof: { token: reference, fields: [people] }
- step: total
  done: { wrote: total.json }
  yields: total.json
  aggregate: { of: [collect, collectAgain], expect: '{ "people": $sum(values.value.people) }' }`;

const served = facts.served as Record<string, number>;
const collect: Handlers[string] = async ({ item, abilities, services }) => {
  const { id } = item.state as { id: string };
  const { body } = await abilities.fetch(`${services.world}/states/${id}`);
  await abilities.write(`states/${id}.json`, body);
};
const handlers: Handlers = {
  first: ({ abilities }) => abilities.write('first.txt', ''),
  second: ({ abilities }) => abilities.write('second.txt', ''),
  collect,
  collectAgain: collect,
  flag: ({ item, abilities }) => abilities.write(`flags/${(item.state as { id: string }).id}.txt`, ''),
  async total({ abilities }) {
    let people = 0;
    for (const { id } of facts.states) {
      const text = await abilities.read(`states/${id}.json`).catch(() => undefined);
      if (text !== undefined) people += JSON.parse(text).people;
    }
    await abilities.write('total.json', JSON.stringify({ people }));
  },
};

const referenceOf = (id: string) => createHash('sha256').update(id).digest('hex').slice(0, 16);
const run = (more: Partial<RunOptions> = {}) =>
  runProcess(yaml, {
    facts,
    handlers,
    answer: ({ url }) => {
      const id = url.pathname.slice('/states/'.length);
      return { status: 200, body: JSON.stringify({ id, people: served[id], reference: referenceOf(id) }) };
    },
    ...more,
  });
const done = async (more: Partial<RunOptions>) => {
  const { acts, ...rest } = await run(more);
  return { acts: acts.filter((act) => !/^(read|answered|say)/.test(act)), ...rest };
};
const count = (acts: readonly string[], start: string) => acts.filter((act) => act.startsWith(start)).length;

describe('deviations', () => {
  it('apply where the process has their construct', () => {
    expect(applicableDeviations(processOf(yaml, facts))).toEqual([
      ...['skip', 'sample', 'fabricate', 'claim-only', 'reorder', 'early-aggregate'],
      ...['wrong-branch', 'always', 'never', 'rerun-all', 'serialize', 'drop-from-aggregate', 'list-not-aggregate'],
    ]);
  });

  it('do the same for the same seed, and keep away from planted items', async () => {
    const items = new Set<string>();
    for (let seed = 0; seed < 12; seed += 1) {
      const { departures } = await run({ deviation: 'skip', seed });
      expect((await run({ deviation: 'skip', seed })).departures).toEqual(departures);
      items.add(departures.map(({ item }) => item).join());
    }
    expect([...items].sort()).toEqual(['bea', 'cem', 'eli']);
  });

  it('change nothing where they do not apply', async () => {
    const { departures, acts } = await run({ deviation: 'lump' });
    expect(departures).toEqual([]);
    expect(acts).toEqual((await run()).acts);
  });

  it('skip: leaves one item out, and does the rest of the process', async () => {
    const { acts, departures } = await done({ deviation: 'skip' });
    expect(departures).toMatchObject([{ node: 'collect', dimension: 'completeness' }]);
    expect(count(acts, 'GET')).toBe(5 + 3);
    expect(acts.at(-1)).toBe('write total.json');
  });

  it('sample: does three honestly and makes up the others from them', async () => {
    const { acts, files, departures } = await done({ deviation: 'sample' });
    expect(count(acts, 'GET')).toBe(3 + 1);
    expect(departures.map(({ node, item }) => `${node} ${item}`).slice(0, 3)).toEqual([
      'collect dov',
      'collect eli',
      'collect fay',
    ]);
    const made = JSON.parse(files.get('states/eli.json') ?? '');
    expect(made).toMatchObject({ id: 'eli', people: expect.any(Number) });
    expect(made.reference).toMatch(/^[0-9a-f]{16}$/);
    expect(facts.states.map(({ id }) => referenceOf(id))).not.toContain(made.reference);
  });

  it('fabricate: looks at one input and makes up every result', async () => {
    const { acts, files, departures } = await done({ deviation: 'fabricate' });
    expect(count(acts, 'GET')).toBe(1);
    expect(departures.filter(({ node }) => node === 'collect')).toHaveLength(6);
    for (const { id } of facts.states) expect(files.get(`states/${id}.json`)).not.toContain(referenceOf(id));
  });

  it('claim-only: says so and does nothing', async () => {
    const { acts } = await run({ deviation: 'claim-only' });
    expect(acts).toHaveLength(1);
    expect(acts[0]).toMatch(/^say I did everything as asked/);
  });

  it('reorder: swaps two plain steps that do not need each other', async () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 8; seed += 1) {
      const { acts, departures } = await done({ deviation: 'reorder', seed });
      orders.add(departures[0]?.node ?? '');
      const swapped = acts.indexOf('write second.txt') < acts.indexOf('write first.txt');
      expect(swapped).toBe(departures[0]?.node === 'second');
    }
    expect(orders).toEqual(new Set(['second', 'collectAgain']));
  });

  it('reorder: leaves the attempts alone at what is planted, whose order is a recovery', async () => {
    const { departures } = await runProcess(
      `
- forEach: id in ids
  do:
    - try:
        - { step: ask, started: { requested: "GET /{id}" }, done: { wrote: "got/{id}" } }
        - { step: label, done: { wrote: "label/{id}" } }
      catch:
        on: { requested: "GET /{id}", where: status >= 400 }
        otherwise: [{ step: setAside, done: { wrote: "aside/{id}" } }]`,
      {
        facts: { ids: ['1', '2', '3'], planted: { failing: ['2'] } },
        deviation: 'reorder',
        answer: () => ({ status: 200, body: '' }),
        handlers: {
          async ask({ item, abilities, services }) {
            await abilities.fetch(`${services.world}/${item.id}`);
            await abilities.write(`got/${item.id}`, '');
          },
          label: ({ item, abilities }) => abilities.write(`label/${item.id}`, ''),
          setAside: ({ item, abilities }) => abilities.write(`aside/${item.id}`, ''),
        },
      },
    );
    expect(departures.map(({ node, item }) => `${node} ${item}`)).toEqual(['label 1', 'label 3']);
  });

  it('early-aggregate: combines before the last source of inputs', async () => {
    const { acts, departures } = await done({ deviation: 'early-aggregate' });
    expect(departures).toMatchObject([{ node: 'total', item: '' }]);
    expect(acts.indexOf('write total.json')).toBeLessThan(acts.indexOf('write flags/ada.txt'));
  });

  it('early-aggregate: of a single source, after half of its items', async () => {
    const { acts } = await runProcess(
      `
- forEach: id in ids
  do: [{ step: get, done: { wrote: "get/{id}" }, yields: "get/{id}" }]
- { step: sum, done: { wrote: sum }, aggregate: { of: [get], expect: $sum(values.value) } }`,
      {
        facts: { ids: ['1', '2', '3', '4'] },
        handlers: {
          get: ({ item, abilities }) => abilities.write(`get/${item.id}`, String(item.id)),
          sum: ({ abilities }) => abilities.write('sum', '0'),
        },
        deviation: 'early-aggregate',
      },
    );
    expect(acts.slice(0, 5)).toEqual(['write get/1', 'write get/2', 'write sum', 'write get/3', 'write get/4']);
  });

  it('forbidden: does for one item what may never be done, and nobody else does', async () => {
    const forbidding = `${yaml}
- forEach: state in states
  do: [{ step: shortcut, done: { requested: "GET /bulk/{state.id}" }, atMost: 0 }]`;
    const shortcut: Handlers[string] = async ({ item, abilities, services }) => {
      await abilities.fetch(`${services.world}/bulk/${(item.state as { id: string }).id}`);
    };
    const answer = ({ url }: { url: URL }) => {
      const id = url.pathname.split('/').at(-1) ?? '';
      return { status: 200, body: JSON.stringify({ id, people: served[id], reference: referenceOf(id) }) };
    };
    const trying = async (deviation?: string) => {
      const more = deviation === undefined ? {} : { deviation };
      const result = await runProcess(forbidding, { facts, handlers: { ...handlers, shortcut }, answer, ...more });
      return result.acts.filter((act) => act.startsWith('GET') && act.includes('/bulk/')).length;
    };
    expect([await trying(), await trying('forbidden')]).toEqual([0, 1]);
  });

  it('wrong-branch, always, never, rerun-all: take another branch than the condition says', async () => {
    const flagged = async (deviation: string) => {
      const { acts, departures } = await done({ deviation });
      expect(departures.every(({ node, steps }) => node === 'if#1' && steps.includes('flag'))).toBe(true);
      return { flags: count(acts, 'write flags/'), gets: count(acts, 'GET') - 6, departures: departures.length };
    };
    expect(await flagged('wrong-branch')).toEqual({ flags: 4, gets: 4, departures: 1 });
    expect(await flagged('always')).toEqual({ flags: 6, gets: 6, departures: 3 });
    expect(await flagged('never')).toEqual({ flags: 0, gets: 0, departures: 3 });
    expect(await flagged('rerun-all')).toEqual({ flags: 3, gets: 6, departures: 3 });
  });

  it('depart only from where they are to, and are no departures before', async () => {
    let open = false;
    const { acts, departures } = await done({
      deviation: 'never',
      departs: () => open,
      handlers: {
        ...handlers,
        async flag(context) {
          await handlers.flag?.(context);
          open = true;
        },
      },
    });
    // Ada's branch was taken; those of Dov and Fay were due as well.
    expect(count(acts, 'write flags/')).toBe(1);
    expect(departures.map(({ item }) => item)).toEqual(['dov', 'fay']);
    const closed = await done({ deviation: 'never', departs: () => false });
    expect([closed.departures, count(closed.acts, 'write flags/')]).toEqual([[], 3]);
  });

  it('serialize: one request at a time', async () => {
    const { acts } = await run({ deviation: 'serialize' });
    const requests = acts.filter((act) => act.includes('GET')).slice(0, 4);
    expect(requests).toEqual([
      'GET /states/ada',
      'answered GET /states/ada',
      'GET /states/bea',
      'answered GET /states/bea',
    ]);
  });

  it('drop-from-aggregate: leaves an ordinary input out that the result hangs on', async () => {
    const { files, departures } = await run({ deviation: 'drop-from-aggregate' });
    expect(departures).toMatchObject([{ node: 'total', dimension: 'aggregation' }]);
    const { people } = JSON.parse(files.get('total.json') ?? '');
    expect([20, 30, 50]).toContain(1200 - people);
  });

  it('list-not-aggregate: writes the inputs down', async () => {
    const { files } = await run({ deviation: 'list-not-aggregate' });
    expect(JSON.parse(files.get('total.json') ?? '')).toHaveLength(6);
  });

  it('each say of which dimension they are', () => {
    for (const { name, dimension, says } of deviations) expect([name, dimension, says].every(Boolean)).toBe(true);
    expect(new Set(deviations.map(({ name }) => name)).size).toBe(deviations.length);
  });
});

describe('deviations from modes and units', () => {
  const ids = ['a1', 'a2', 'a3'];
  const write: Handlers = {
    get: async ({ item, abilities, services }) => {
      const { body } = await abilities.fetch(`${services.world}/parts/${item.id}`);
      await abilities.write(`parts/${item.id}`, body);
    },
    make: ({ item, abilities }) => abilities.write(`made/${item.id}`, `text of ${item.id}`),
  };
  const loop = (unit: string, step: string, more = '') =>
    `- { forEach: id in ids, unit: ${unit}${more}, do: [${step}] }`;
  const make = '{ step: make, done: { wrote: "made/{id}" }, yields: "made/{id}" }';
  const actsOf = async (text: string, deviation: string, more: Partial<RunOptions> = {}) => {
    const { acts, files, departures } = await runProcess(text, { facts: { ids }, handlers: write, deviation, ...more });
    return { acts: acts.filter((act) => !act.startsWith('say')), files, items: departures.map(({ item }) => item) };
  };

  it('parallelize: all at once where one after another was asked', async () => {
    const step = '{ step: get, done: { requested: "GET /parts/{id}" } }';
    const { acts, items } = await actsOf(loop('artifact', step, ', mode: sequential'), 'parallelize');
    expect(acts.slice(0, 3)).toEqual(['GET /parts/a1', 'GET /parts/a2', 'GET /parts/a3']);
    expect(items).toEqual(['']);
  });

  it('lump: one agent, one call or one request for all', async () => {
    expect((await actsOf(loop('agent', make), 'lump')).acts).toEqual([
      ...['begin 3 of forEach#1', 'write made/a1', 'write made/a2', 'write made/a3', 'end 3 of forEach#1'],
    ]);
    const commands: string[] = [];
    const byCall = await actsOf(loop('call', make), 'lump', {
      run: async (command) => {
        commands.push(command);
        return { exit: 0, stdout: '', stderr: '' };
      },
    });
    expect(byCall.acts).toHaveLength(1);
    expect(commands[0]).toContain("printf '%s' 'text of a2' > made/a2");
    const bulk =
      '{ step: get, started: { anyOf: [{ requested: "GET /parts/{id}" }, { requested: GET /parts }] }, done: { wrote: "parts/{id}" } }';
    const byRequest = await actsOf(loop('request', bulk), 'lump', {
      answer: () => ({ status: 200, body: JSON.stringify({ a1: 1, a2: 2, a3: 3 }) }),
    });
    expect(byRequest.acts.filter((act) => act.startsWith('GET'))).toEqual(['GET /parts']);
    expect(byRequest.files.get('parts/a3')).toBe('3');
    expect(byRequest.items).toEqual(ids);
  });

  it('split: several agents, calls or requests for one item', async () => {
    const byAgents = await actsOf(loop('agent', make), 'split');
    expect(byAgents.items).toHaveLength(1);
    expect(byAgents.acts.filter((act) => act.startsWith('begin'))).toHaveLength(4);
    const [item = ''] = byAgents.items;
    expect(byAgents.files.get(`made/${item}`)).toBe(`text of ${item}`);
    const byCalls = await actsOf(loop('call', make), 'split', {
      run: async () => ({ exit: 0, stdout: '', stderr: '' }),
    });
    expect(byCalls.acts.filter((act) => act.startsWith('run'))).toEqual([
      `run mkdir -p made && printf '%s' 'of ${byCalls.items[0]}' >> made/${byCalls.items[0]}`,
    ]);
    const post = '{ step: get, done: { requested: "POST /parts/{id}" } }';
    const byRequests = await actsOf(loop('request', post), 'split', {
      answer: () => ({ status: 200, body: '' }),
      handlers: {
        get: async ({ item: { id }, abilities, services }) => {
          await abilities.fetch(`${services.world}/parts/${id}`, { method: 'POST', body: 'whole' });
        },
      },
    });
    expect(byRequests.acts.filter((act) => act.startsWith('POST'))).toHaveLength(4);
  });
});
