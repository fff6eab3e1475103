import { parseProcessYaml } from '@obey/process';
import { routeSchema, type routeSchema as Schema } from '@obey/schema';
import { expect, it } from 'vitest';
import { tryOutcomes } from './try-outcomes.js';

type Answers = Parameters<typeof Schema.parse>[0];

const outcomes = async (retry: string, answersOf: Record<string, Answers>) => {
  const process = parseProcessYaml(
    `
process:
  - forEach: town in towns
    do:
      - try: [{ step: visit, done: { requested: "GET /{town}" } }]
        catch: { on: { requested: "GET /{town}", where: status >= 400 }${retry}, otherwise: [{ step: skip, done: { wrote: "{town}.txt" } }] }
`,
    { facts: { towns: {} }, parameters: [] },
  );
  const routes = Object.entries(answersOf).map(([town, answers]) => routeSchema.parse({ path: `/${town}`, answers }));
  const facts = { towns: Object.keys(answersOf) };
  const cases = await tryOutcomes(process, {
    facts,
    parameters: {},
    services: { site: { latencyMs: [0, 0], routes } },
  });
  return Object.fromEntries(cases.map(({ item, outcome }) => [item, outcome]));
};

const world = {
  fine: [{}],
  once: [{ when: { nth: 1 }, status: 503 }, {}],
  twice: [{ when: { nth: [1, 2] }, status: 503 }, {}],
  thrice: [{ when: { nth: [1, 3] }, status: 503 }, {}],
  ever: [{ status: 503 }],
  gone: [{ status: 404 }],
  mixed: [{ when: { nth: 1 }, status: 503 }, { status: 404 }],
};

it('follows each item through its faults as the process prescribes', async () => {
  expect(await outcomes(', retry: { max: 2, where: status >= 500 }', world)).toEqual({
    fine: 'well',
    once: 'recovered',
    twice: 'recovered',
    thrice: 'exhausted',
    ever: 'exhausted',
    gone: 'refused',
    mixed: 'refused',
  });
});

it('refuses every fault where there is no retry', async () => {
  expect(await outcomes('', { fine: world.fine, once: world.once, gone: world.gone })).toEqual({
    fine: 'well',
    once: 'refused',
    gone: 'refused',
  });
});
