import { describe, expect, it } from 'vitest';
import type { Handler, Handlers } from '../abilities.js';
import { applicableDeviations, deviationNamed, deviations } from './deviations.js';
import { processAfter } from './process-from.js';
import { processOf, runProcess } from './run-process.fixture.js';

/** Occasion for every deviation that need not begin at the beginning, under names that end in `n`. */
const half = (n: number): string => `
- forEach: country in countries
  mode: sequential
  do:
    - forEach: city in country.cities
      unit: agent
      mode: parallel
      do:
        - try:
            - step: visit${n}
              started: { requested: "GET /${n}/{country.id}/{city.id}" }
              done: { wrote: "${n}/{country.id}/{city.id}.json" }
              yields: "${n}/{country.id}/{city.id}.json"
              proof: { token: reference }
          catch:
            on: { requested: "GET /${n}/{country.id}/{city.id}", where: status >= 400 }
            retry: { max: 1 }
            do: [{ step: pause${n}, done: { wrote: "${n}/pause/{country.id}-{city.id}" } }]
            otherwise: [{ step: miss${n}, done: { wrote: "${n}/miss/{country.id}-{city.id}" } }]
        - if: visit${n}.people > 50
          then: [{ step: mark${n}, done: { wrote: "${n}/mark/{country.id}-{city.id}" } }]
    - step: count${n}
      done: { wrote: "${n}/{country.id}.json" }
      yields: "${n}/{country.id}.json"
      aggregate: { of: [visit${n}], expect: '{ "people": $sum(values.value.people) }' }
- forEach: host in hosts
  while: $count(probe${n}[ok = false]) < 2
  do: [{ step: probe${n}, done: { wrote: "${n}/{host.id}.json" }, yields: "${n}/{host.id}.json" }]
- forEach: host in hosts
  do: [{ step: ask${n}, done: { wrote: "${n}/ask/{host.id}.json" }, yields: "${n}/ask/{host.id}.json" }]
- forEach: host in hosts
  do:
    - if: ask${n}.ok = false
      then: [{ step: again${n}, done: { wrote: "${n}/ask/{host.id}.json" } }]
- forEach: host in hosts
  do: [{ step: touch${n}, done: { wrote: "${n}/touch/{host.id}" }, atMost: 0 }]`;
const yaml = `${half(1)}\n- { step: middle, done: { wrote: middle.txt } }\n${half(2)}`;

const named = (ids: string) => [...ids].map((id) => ({ id }));
const facts = {
  countries: named('xy').map(({ id }) => ({ id, cities: named('abcdjk') })),
  hosts: named('efghi'),
  planted: ['a', 'd'],
};
const idOf = (value: unknown) => (value as { id: string }).id;
const place = (item: Readonly<Record<string, unknown>>) => `${idOf(item.country)}/${idOf(item.city)}`;
const handlersOf = (n: number): [string, Handler][] => [
  [
    `visit${n}`,
    async ({ item, abilities, services }) => {
      const { status, body } = await abilities.fetch(`${services.world}/${n}/${place(item)}`);
      if (status < 400) await abilities.write(`${n}/${place(item)}.json`, body);
    },
  ],
  ...['pause', 'miss', 'mark'].map((name): [string, Handler] => [
    `${name}${n}`,
    ({ item, abilities }) => abilities.write(`${n}/${name}/${place(item).replace('/', '-')}`, 'x'),
  ]),
  [
    `count${n}`,
    ({ item, abilities, values }) => {
      const visits = (values[`visit${n}`] ?? []) as { people: number }[];
      const people = visits.reduce((sum, visit) => sum + visit.people, 0);
      return abilities.write(`${n}/${idOf(item.country)}.json`, JSON.stringify({ people }));
    },
  ],
  ...[
    ['probe', ''],
    ['ask', 'ask/'],
    ['again', 'ask/'],
  ].map(([name, folder]): [string, Handler] => [
    `${name}${n}`,
    ({ item: { host }, abilities }) =>
      abilities.write(`${n}/${folder}${idOf(host)}.json`, JSON.stringify({ ok: !'eg'.includes(idOf(host)) })),
  ]),
  [`touch${n}`, ({ item, abilities }) => abilities.write(`${n}/touch/${idOf(item.host)}`, 'x')],
];

const people: Readonly<Record<string, number>> = { a: 10, b: 60, c: 70, d: 20, j: 15, k: 80 };

/** Runs it with a deviation that begins when `middle` is done, or another step. */
async function run(
  deviation: string | undefined,
  { seed = 1, after = 'middle', text = yaml }: { seed?: number; after?: string; text?: string } = {},
) {
  let done = false;
  const handlers: Handlers = Object.fromEntries([
    ...handlersOf(1),
    ...handlersOf(2),
    ['middle', ({ abilities }) => abilities.write('middle.txt', '')] as [string, Handler],
  ]);
  const { [after]: last } = handlers;
  return runProcess(text, {
    facts,
    seed,
    ...(deviation === undefined ? {} : { deviation, departs: () => done }),
    handlers: {
      ...handlers,
      async [after](context) {
        await last?.(context);
        done = true;
      },
    },
    answer: ({ url, count }) => {
      const [n, country, city = ''] = url.pathname.slice(1).split('/');
      if (country === 'x' && city === 'd' && count === 1) return { status: 503, body: '' };
      if (country === 'y' && city === 'a') return { status: 404, body: '' };
      const reference = `${n}${country}${city}0123456789abc`;
      return { status: 200, body: JSON.stringify({ people: people[city], reference }) };
    },
  });
}

const process = processOf(yaml, facts);
const delayable = deviations.filter(({ isAhead }) => isAhead === undefined).map(({ name }) => name);

describe('a deviation that begins in the middle of a walk', () => {
  it.each(delayable)('%s departs in what comes then, and nowhere before', async (deviation) => {
    const obedient = await run(undefined);
    const until = obedient.acts.indexOf('write middle.txt') + 1;
    for (let seed = 0; seed < 2; seed += 1) {
      const { acts, files, departures } = await run(deviation, { seed });
      expect(acts.slice(0, until)).toEqual(obedient.acts.slice(0, until));
      expect([acts, files]).not.toEqual([obedient.acts, obedient.files]);
      expect(departures.length).toBeGreaterThan(0);
      for (const { steps } of departures) expect(steps.join(' ')).toMatch(/^(\w+2( |$))+$/);
    }
  });

  it.each(['skip', 'never', 'wrong-branch', 'drop-from-aggregate'])(
    '%s departs in a loop that is under way, where nothing else is left',
    async (deviation) => {
      const text = half(1).slice(0, half(1).indexOf('- forEach: host'));
      const { departures } = await run(deviation, { text, after: 'count1' });
      expect(departures.length).toBeGreaterThan(0);
      for (const { item } of departures) expect(item).toMatch(/^y/);
    },
  );

  it('never begins where it is never to', async () => {
    const { acts, departures } = await runProcess(yaml, {
      facts,
      deviation: 'skip',
      departs: () => false,
      handlers: Object.fromEntries([...handlersOf(1), ...handlersOf(2), ['middle', () => undefined]]),
    });
    expect(departures).toEqual([]);
    expect(acts.filter((act) => act.startsWith('write 1/miss/'))).toHaveLength(12);
  });
});

it('is told what is left of a process after a step', () => {
  const left = processAfter(process, 'middle');
  expect(left.nodes).toEqual(process.nodes.slice(6));
  expect(delayable.every((name) => deviationNamed(name).applies(left))).toBe(true);
  // A step in a loop is done with the last of its items.
  expect(processAfter(process, 'probe2').nodes).toEqual(process.nodes.slice(8));
  expect(applicableDeviations(processAfter(process, 'touch2'))).toEqual(['claim-only']);
});
