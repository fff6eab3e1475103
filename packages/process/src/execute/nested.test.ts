import { describe, expect, it } from 'vitest';
import type { Handler } from '../abilities.js';
import { applicableDeviations, deviations } from './deviations.js';
import { processOf, runProcess } from './run-process.fixture.js';
import { variants } from './variants.js';

/** Loops in loops, a procedure that calls itself, a try in a repeat, and an answer at the end. */
const yaml = `
process:
  - forEach: country in countries
    do:
      - forEach: city in country.cities
        unit: agent
        mode: parallel
        do:
          - try:
              - step: visit
                started: { requested: "GET /{country.id}/{city.id}" }
                done: { wrote: "{country.id}/{city.id}.json" }
                yields: "{country.id}/{city.id}.json"
                proof: { token: reference }
            catch:
              on: { requested: "GET /{country.id}/{city.id}", where: status >= 400 }
              retry: { max: 1 }
              do: [{ step: pause, done: { wrote: "pause/{country.id}-{city.id}.txt" } }]
              otherwise: [{ step: miss, done: { wrote: "miss/{country.id}-{city.id}.txt" } }]
          - if: visit.people > 50
            then: [{ step: mark, done: { wrote: "mark/{country.id}-{city.id}.txt" } }, { step: tell, done: { wrote: "tell/{country.id}-{city.id}.txt" } }]
      - step: count
        done: { wrote: "{country.id}.json" }
        yields: "{country.id}.json"
        aggregate: { of: [visit], expect: '{ "people": $sum(values.value.people) }' }
  - repeat: { while: "$sum(count.people) > 0", max: 2, as: cycle }
    do: [{ step: again, done: { wrote: "again-{cycle}.txt" } }]
  - call: close
    with: { node: tree }
  - { step: answer, done: { replied: true }, yields: reply }
procedures:
  close:
    params: [node]
    do:
      - forEach: part in node.parts
        mode: sequential
        do: [{ call: close, with: { node: part } }]
      - { step: shut, done: { wrote: "shut/{node.id}.txt" } }`;

const facts = {
  countries: ['x', 'y'].map((id) => ({ id, cities: ['a', 'b', 'c', 'd'].map((city) => ({ id: city })) })),
  tree: {
    id: 'root',
    parts: [
      { id: 'left', parts: [{ id: 'leaf', parts: [] }] },
      { id: 'right', parts: [] },
    ],
  },
};
const idOf = (value: unknown) => (value as { id: string }).id;
const file =
  (folder: string): Handler =>
  ({ item, abilities }) =>
    abilities.write(`${folder}/${idOf(item.country)}-${idOf(item.city)}.txt`, 'x');

const handlers: Record<string, Handler> = {
  async visit({ item, abilities, services }) {
    const path = `${idOf(item.country)}/${idOf(item.city)}`;
    const { status, body } = await abilities.fetch(`${services.world}/${path}`);
    if (status < 400) await abilities.write(`${path}.json`, body);
  },
  pause: file('pause'),
  miss: file('miss'),
  mark: file('mark'),
  tell: file('tell'),
  count: ({ item, abilities, values }) => {
    const people = ((values.visit ?? []) as { people: number }[]).reduce((sum, visit) => sum + visit.people, 0);
    return abilities.write(`${idOf(item.country)}.json`, JSON.stringify({ people }));
  },
  again: ({ item, abilities }) => abilities.write(`again-${item.cycle}.txt`, 'x'),
  shut: ({ item, abilities }) => abilities.write(`shut/${idOf(item.node)}.txt`, 'x'),
  answer: ({ abilities }) => abilities.say('"42"'),
};

const people: Record<string, number> = { a: 10, b: 60, c: 70, d: 20 };
const run = (more: { deviation?: string; variant?: string; seed?: number }) =>
  runProcess(yaml, {
    facts,
    handlers,
    answer: ({ url, count }) => {
      const [country, city = ''] = url.pathname.slice(1).split('/');
      if (country === 'x' && city === 'd' && count === 1) return { status: 503, body: '' };
      if (country === 'y' && city === 'a') return { status: 404, body: '' };
      return {
        status: 200,
        body: JSON.stringify({ people: people[city], reference: `${country}${city}0123456789abcd` }),
      };
    },
    run: async () => ({ exit: 0, stdout: '', stderr: '' }),
    ...more,
  });

describe('a process with everything in it', () => {
  it('is carried out whole', async () => {
    const { files, acts } = await run({});
    const { 'x.json': x, 'y.json': y } = Object.fromEntries(files);
    expect([x, y]).toEqual(['{"people":160}', '{"people":150}']);
    expect([...files.keys()].filter((path) => /^(pause|miss|mark|again|shut)/.test(path)).sort()).toEqual([
      ...['again-1.txt', 'again-2.txt', 'mark/x-b.txt', 'mark/x-c.txt', 'mark/y-b.txt', 'mark/y-c.txt'],
      ...['miss/y-a.txt', 'pause/x-d.txt', 'pause/y-a.txt'],
      ...['shut/leaf.txt', 'shut/left.txt', 'shut/right.txt', 'shut/root.txt'],
    ]);
    expect(acts.filter((act) => act.startsWith('say'))).toEqual(['say "42"']);
    expect(acts.filter((act) => act.startsWith('begin'))).toHaveLength(8);
  });

  const process = processOf(yaml, facts);
  it.each(applicableDeviations(process))('%s ends, departs somewhere and is the same each time', async (deviation) => {
    for (let seed = 0; seed < 2; seed += 1) {
      const { departures } = await run({ deviation, seed });
      expect(departures.length).toBeGreaterThan(0);
      for (const { node, steps, item, dimension } of departures) {
        expect(steps.every((step) => process.steps.has(step))).toBe(true);
        expect([node === '', item.startsWith('/')]).toEqual([false, false]);
        expect(dimension).toBe(deviations.find(({ name }) => name === deviation)?.dimension);
      }
      const key = ({ node, item }: { node: string; item: string }) => `${node} ${item}`;
      expect((await run({ deviation, seed })).departures.map(key).sort()).toEqual(departures.map(key).sort());
    }
  });

  it.each(variants.filter((name) => name !== 'one-script' && name !== 'client-retries'))(
    '%s departs nowhere',
    async (variant) => {
      const tidy = await run({});
      const { files, departures } = await run({ variant });
      expect(departures).toEqual([]);
      expect([...files.keys()]).toEqual(expect.arrayContaining([...tidy.files.keys()]));
    },
  );
});

it('claim-only leaves out what a procedure asks for, however deep', async () => {
  const { departures } = await run({ deviation: 'claim-only' });
  const shut = departures.filter(({ node }) => node === processOf(yaml, facts).steps.get('shut')?.id);
  expect(shut.map(({ item }) => item).sort()).toEqual(['leaf', 'left', 'right', 'root']);
});
