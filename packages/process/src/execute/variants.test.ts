import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Handlers } from '../abilities.js';
import { parseContent } from '../items/parse-content.js';
import { processOf, runProcess } from './run-process.fixture.js';
import { applicableVariants, variants } from './variants.js';

const facts = { ids: Array.from({ length: 6 }, (_, index) => `p${index}`) };

const yaml = `
- forEach: id in ids
  mode: parallel
  do:
    - try:
        - { step: get, started: { requested: "GET /pages/{id}" }, done: { wrote: "pages/{id}.json" }, yields: "pages/{id}.json" }
      catch:
        on: { requested: "GET /pages/{id}", where: status >= 400 }
        retry: { max: 2, where: status >= 500 }
        otherwise: [{ step: miss, done: { wrote: "missing/{id}.txt" } }]
- { step: report, done: { wrote: report.md } }`;

const handlers: Handlers = {
  async get({ item: { id }, abilities, services }) {
    const { status, body } = await abilities.fetch(`${services.world}/pages/${id}`);
    if (status < 400) await abilities.write(`pages/${id}.json`, JSON.stringify({ body }));
  },
  miss: ({ item: { id }, abilities }) => abilities.write(`missing/${id}.txt`, 'gone'),
  report: ({ values, abilities }) => abilities.write('report.md', `# ${(values.get as unknown[]).length} pages\n`),
};

/** p1 fails twice and then answers, p2 fails for ever, p3 is not there. */
function statusOf(path: string, count: number): number {
  if (path.endsWith('p1')) return count <= 2 ? 503 : 200;
  return path.endsWith('p2') ? 503 : path.endsWith('p3') ? 404 : 200;
}

let server: Server;
let counts: Map<string, number>;
let world: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    counts.set(path, (counts.get(path) ?? 0) + 1);
    response.writeHead(statusOf(path, counts.get(path) ?? 0)).end(`page ${path}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function run(variant?: string) {
  counts = new Map();
  const services = { world };
  const fetched = async (url: URL) => {
    const response = await fetch(url);
    return { status: response.status, body: await response.text() };
  };
  return runProcess(yaml, { facts, handlers, services, fetch: fetched, ...(variant === undefined ? {} : { variant }) });
}

const results = (files: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    [...files]
      .filter(([path]) => /^(pages|missing)\/|^report/.test(path))
      .map(([path, content]) => [
        path,
        typeof parseContent(content) === 'object' ? parseContent(content) : content.trim(),
      ])
      .sort(),
  );

it('are all applicable here', () => {
  expect(applicableVariants(processOf(yaml, facts))).toEqual(variants);
});

const commandsIn = (acts: readonly string[]) => acts.filter((act) => act.startsWith('run '));

/** What each is known by, where its acts alone do not tell. */
const marks: Readonly<Record<string, (acts: readonly string[]) => void>> = {
  'one-script': (acts) => {
    const [command = ''] = commandsIn(acts);
    expect(facts.ids.every((id) => command.includes(`/pages/${id}"`))).toBe(true);
  },
  'client-retries': (acts) => expect(commandsIn(acts)).toHaveLength(1),
  'subagents-of-five': (acts) => {
    expect(acts.filter((act) => act.startsWith('begin'))).toEqual(['begin group 1', 'begin group 2', 'begin group 3']);
  },
};

it.each(variants)('%s leaves the same results as a tidy run, and no departure', async (variant) => {
  const tidy = await run();
  const untidy = await run(variant);
  expect(results(untidy.files)).toEqual(results(tidy.files));
  expect(untidy.departures).toEqual([]);
  expect(untidy.acts).not.toEqual(tidy.acts);
  expect([counts.get('/pages/p1'), counts.get('/pages/p2'), counts.get('/pages/p3')]).toEqual(
    variant === 'rereads' ? [4, 3, 1] : [3, 3, 1],
  );
  marks[variant]?.(untidy.acts);
});
