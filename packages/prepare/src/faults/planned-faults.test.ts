import { parseProcessYaml } from '@obey/process';
import { type Facts, type PreparedTask, routeSchema } from '@obey/schema';
import { expect, it } from 'vitest';
import { plannedFaults } from './planned-faults.js';

type RouteInput = Parameters<typeof routeSchema.parse>[0];

const faultsOf = (text: string, facts: Facts, routes: RouteInput[], more: Record<string, RouteInput[]> = {}) => {
  const process = parseProcessYaml(text, {
    facts: Object.fromEntries(Object.keys(facts).map((name) => [name, {}])),
    parameters: [],
  });
  const services = Object.fromEntries(
    Object.entries({ towns: routes, ...more }).map(([name, list]): [string, PreparedTask['services'][string]] => [
      name,
      { latencyMs: [0, 0], routes: list.map((route) => routeSchema.parse(route)) },
    ]),
  );
  return plannedFaults(process, { facts, parameters: {}, services });
};
const towns = (...names: string[]) => ({ towns: names.map((slug) => ({ slug })) });
const visits = (where = ', where: status >= 400', service = '') => `
process:
  - forEach: town in towns
    do:
      - try:
          - step: visit
            started: { requested: "GET /towns/{town.slug}" }
            done: { wrote: "work/{town.slug}.json" }
        catch:
          on: { requested: "GET /towns/{town.slug}"${where}${service} }
          otherwise: [{ step: skip, done: { wrote: "skipped/{town.slug}" } }]
`;

it('tells routes of one path by their query', async () => {
  const text = `
process:
  - forEach: town in towns
    do:
      - try: [{ step: visit, done: { requested: "GET /towns?name={town.slug}&page=2" } }]
        catch: { on: { requested: "GET /towns?name={town.slug}&page=2", where: "query != ''" }, otherwise: [{ step: skip, done: { wrote: "{town.slug}.txt" } }] }
`;
  const routes = [
    { path: '/towns?page=2&name=a', answers: [{ status: 503 }] },
    { path: '/towns?page=1&name=b', answers: [{ status: 503 }] },
  ];
  expect((await faultsOf(text, towns('a', 'b'), routes)).map(({ item }) => item)).toEqual(['a']);
  const open = [...routes, { path: '/towns', answers: [{ status: 500 }] }];
  expect(
    (await faultsOf(text.replace("query != ''", 'status = 500'), towns('a', 'b'), open)).map(({ item }) => item),
  ).toEqual(['b']);
});

it('finds the items whose route ever answers as `on` says, and no others', async () => {
  const faults = await faultsOf(visits(), towns('well', 'busy', 'later', 'gone', 'unserved'), [
    { path: '/towns/well', answers: [{}] },
    { path: '/towns/busy', answers: [{ when: { nth: 1 }, status: 503 }, {}] },
    { path: '/towns/later', answers: [{ when: { after: 'GET /towns/well' }, status: 500 }, {}] },
    { path: '/towns/gone', answers: [{ status: 404 }] },
    { method: 'POST', path: '/towns/well', answers: [{ status: 500 }] },
    { path: '/towns/other', answers: [{ status: 500 }] },
  ]);
  expect(faults).toEqual([
    { node: 'try#1', item: 'busy' },
    { node: 'try#1', item: 'later' },
    { node: 'try#1', item: 'gone' },
  ]);
});

it('leaves out answers that no call can get', async () => {
  const faults = await faultsOf(visits(), towns('hidden', 'shown'), [
    { path: '/towns/hidden', answers: [{ when: { nth: [1, 3] } }, { when: { nth: 2 }, status: 503 }, {}] },
    { path: '/towns/shown', answers: [{ when: { nth: [1, 3] } }, { when: { nth: 4 }, status: 503 }, {}] },
  ]);
  expect(faults).toEqual([{ node: 'try#1', item: 'shown' }]);
});

it('asks `where` with the fields that the event will have, body and fault among them', async () => {
  const answers = [{ status: 200, body: '{"error":"busy"}', fault: 'soft' }];
  const routes = [{ path: '/towns/a', answers }];
  expect(
    await faultsOf(visits(", where: \"body.error = 'busy' and fault = 'soft'\""), towns('a'), routes),
  ).toHaveLength(1);
  expect(await faultsOf(visits(', where: body.fine'), towns('a'), routes)).toEqual([]);
  expect(await faultsOf(visits(), towns('a'), routes)).toEqual([]);
});

it('keeps to the service that `on` names', async () => {
  const gone = [{ path: '/towns/a', answers: [{ status: 404 }] }];
  const fine = [{ path: '/towns/a', answers: [{}] }];
  expect(await faultsOf(visits(undefined, ', service: mirror'), towns('a'), gone, { mirror: fine })).toEqual([]);
  expect(await faultsOf(visits(undefined, ', service: mirror'), towns('a'), fine, { mirror: gone })).toHaveLength(1);
});

it('follows procedures, structure and nested loops, and names items by all their keys', async () => {
  const text = `
process:
  - forEach: region in regions
    do:
      - if: region.open
        then:
          - forEach: town in region.towns
            do:
              - call: visit
                with: { area: region, place: town }
procedures:
  visit:
    params: [area, place]
    do:
      - try:
          - { step: see, done: { requested: "GET /{area.id}/{place.slug}" } }
        catch:
          on: { requested: "GET /{area.id}/{place.slug}", where: status >= 400 }
          retry: { max: 1 }
`;
  const facts = {
    regions: [
      { id: 'north', open: true, towns: [{ slug: 'a' }, { slug: 'b' }] },
      { id: 'south', open: false, towns: [{ slug: 'a' }] },
    ],
  };
  const busy = { answers: [{ when: { nth: 1 }, status: 503 }, {}] };
  const routes = ['/north/a', '/north/b', '/south/a'].map((path) => ({ path, ...busy }));
  const faults = await faultsOf(text, facts, routes);
  expect(faults.map(({ item }) => item)).toEqual(['north/a', 'north/b']);
});
