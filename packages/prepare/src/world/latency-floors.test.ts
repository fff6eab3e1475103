import { parseProcessYaml } from '@obey/process';
import { routeSchema } from '@obey/schema';
import { expect, it } from 'vitest';
import { latencyFloors } from './latency-floors.js';

const process = parseProcessYaml(
  `
process:
  - { step: first, done: { requested: GET /first } }
  - forEach: town in towns
    mode: parallel
    do:
      - try:
          - { step: visit, started: { requested: "GET /towns/{town.slug}" }, done: { wrote: "a/{town.slug}" } }
        catch:
          on: { requested: "POST /complaints/{town.slug}", where: status >= 400 }
          otherwise: [{ step: tell, done: { anyOf: [{ requested: "PUT /tell/{town.slug}" }, { wrote: "b/{town.slug}" }] } }]
      - { call: deep, with: { town: town } }
      - forEach: shop in shops
        do: [{ step: enter, done: { requested: "GET /shops/{town.slug}/{shop.id}" } }]
  - parallel:
      - - { step: left, done: { requested: GET /left, service: east } }
      - - { step: right, done: { wrote: right.txt } }
  - forEach: town in towns
    do: [{ step: again, done: { requested: "GET /again/{town.slug}" } }]
procedures:
  deep:
    params: [town]
    do: [{ step: dig, done: { requested: "GET /deep/{town.slug}" } }]
`,
  { facts: { towns: { key: 'slug' }, shops: { key: 'id' } }, parameters: [] },
);
const routes = ['/first', '/towns/a', '/towns/a/b', '/shops/a/b', '/deep/a', '/left', '/again/a'].map((path) =>
  routeSchema.parse({ path, answers: [{}] }),
);
const writing = ['POST /complaints/a', 'PUT /tell/a', 'POST /towns/a'].map((key) =>
  routeSchema.parse({ method: key.split(' ')[0], path: key.split(' ')[1], answers: [{}] }),
);
const floor = latencyFloors(process, {
  services: {
    east: { latencyMs: [0, 0], routes: [...routes, ...writing] },
    west: { latencyMs: [0, 0], routes },
  },
});

it('keeps overlap visible where a mode is judged, and only there', () => {
  for (const [method, path] of [
    ['GET', '/towns/a'],
    ['GET', '/deep/a'],
    ['POST', '/complaints/a'],
    ['PUT', '/tell/a'],
    // No route: a service that keeps state may answer it.
    ['GET', '/towns/b'],
  ] as const) {
    expect(floor('east', method, path), path).toBe(150);
  }
  for (const [method, path] of [
    ['GET', '/first'],
    ['GET', '/again/a'],
    ['GET', '/towns/a/b'],
    ['POST', '/towns/a'],
    ['GET', '/none'],
  ] as const) {
    expect(floor('east', method, path), path).toBe(5);
  }
  expect(floor('east', 'GET', '/shops/a/b')).toBe(50);
  expect([floor('east', 'GET', '/left'), floor('west', 'GET', '/left')]).toEqual([400, 5]);
});
