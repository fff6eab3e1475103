import { createHash } from 'node:crypto';
import type { RequestEvent } from '@obey/schema';
import { routeSchema } from '@obey/schema';
import { afterEach, describe, expect, it } from 'vitest';
import { startWorld } from './start-world.js';
import type { StatefulService } from './stateful-service.js';
import type { World, WorldOptions } from './world.js';

const started: World[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((world) => world.stop()));
});

/** Keeps a stack of what was posted to it. */
const shelf: StatefulService<readonly string[]> = {
  start: ({ facts }) => facts.shelf as string[],
  answer(books, { method, path, body, query }) {
    if (path === '/broken') throw new Error('no such shelf');
    if (path === '/odd') return { state: [], answer: { headers: { connection: 'close' } } };
    if (method === 'DELETE') return { state: books.slice(0, -1), answer: { status: 204 } };
    if (method === 'GET') return { state: books, answer: { body: JSON.stringify({ books, query }) } };
    const title = (body as { title?: string } | undefined)?.title;
    if (title === undefined) return { state: books, answer: { status: 400, body: 'no title', fault: 'untitled' } };
    const next = [...books, title];
    return { state: next, answer: { body: JSON.stringify({ count: next.length }), proof: { item: title } } };
  },
};

async function open(options: Partial<WorldOptions> = {}) {
  const kept = new Map<string, string>();
  const routes = [routeSchema.parse({ path: '/rules', answers: [{ body: 'Last in, first out.' }] })];
  const world = await startWorld(
    { seed: 3, services: { shelf: { latencyMs: [0, 0], routes } } },
    {
      pace: 1,
      clock: () => performance.now(),
      stateful: {
        services: { shelf },
        context: { facts: { shelf: ['atlas'] }, parameters: {}, token: (item) => item },
      },
      store: {
        put(body) {
          const sha256 = createHash('sha256').update(body).digest('hex');
          kept.set(sha256, Buffer.from(body).toString());
          return sha256;
        },
      },
      ...options,
    },
  );
  started.push(world);
  const ask = async (method: string, path: string, body?: unknown) => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch((world.urls.shelf ?? '') + path, { method, ...sent });
    return { status: response.status, body: await response.text() };
  };
  return { world, ask, kept, events: () => world.events() as RequestEvent[] };
}

describe('a service that keeps state', () => {
  it('answers from what was asked before, beside routes that never change', async () => {
    const { ask, world } = await open();
    expect((await ask('POST', '/', { title: 'novel' })).body).toBe('{"count":2}');
    expect((await ask('GET', '/?by=size&by=age')).body).toBe('{"books":["atlas","novel"],"query":{"by":"age"}}');
    expect((await ask('DELETE', '/')).status).toBe(204);
    expect((await ask('GET', '/rules')).body).toBe('Last in, first out.');
    expect((await ask('GET', '/')).body).toBe('{"books":["atlas"],"query":{}}');
    expect([world.failure(), world.damage()]).toEqual([undefined, undefined]);
  });

  it('keeps what was asked and answered, with fault and proof, and tells the candidate of neither', async () => {
    const { ask, events, kept } = await open();
    await ask('POST', '/', { title: 'novel' });
    expect(await ask('POST', '/', 'a novel')).toEqual({ status: 400, body: 'no title' });
    await ask('GET', '/');
    const [first, second, third] = events();
    expect(kept.get(first?.requestBody ?? '')).toBe('{"title":"novel"}');
    expect(kept.get(first?.body ?? '')).toBe('{"count":2}');
    expect(first?.proof?.item).toBe('novel');
    expect(kept.get(second?.requestBody ?? '')).toBe('a novel');
    expect([second?.status, second?.fault]).toEqual([400, 'untitled']);
    expect(third?.requestBody).toBeUndefined();
  });

  it('changes by one request at a time, in the order of the log', async () => {
    const { ask, events, kept } = await open({
      beforeAnswer: () => new Promise((resolve) => setTimeout(resolve, Math.random() * 20)),
    });
    await Promise.all(Array.from({ length: 40 }, (_, index) => ask('POST', '/', { title: `book ${index}` })));
    const counts = events().map(({ body = '' }) => JSON.parse(kept.get(body) ?? '{}').count);
    expect(counts).toEqual(Array.from({ length: 40 }, (_, index) => index + 2));
    const titles = events().map(({ requestBody = '' }) => JSON.parse(kept.get(requestBody) ?? '{}').title);
    expect(JSON.parse((await ask('GET', '/')).body).books).toEqual(['atlas', ...titles]);
  });

  it('shows HEAD the headers of the next GET, and leaves out a request that is too large', async () => {
    const { ask, events } = await open({ maxRequestBytes: 30 });
    expect(await ask('HEAD', '/')).toEqual({ status: 200, body: '' });
    expect((await ask('POST', '/', { title: 'x'.repeat(40) })).status).toBe(413);
    expect((await ask('GET', '/')).body).toContain('["atlas"]');
    expect(events().map(({ status, requestBody }) => [status, requestBody])).toEqual([
      [200, undefined],
      [413, undefined],
      [200, undefined],
    ]);
  });

  it('says so when it cannot answer, keeps its state, and goes on', async () => {
    const { ask, world, events } = await open();
    expect((await ask('GET', '/broken')).status).toBe(500);
    expect(world.failure()).toBe('shelf could not answer GET /broken: Error: no such shelf');
    expect((await ask('GET', '/odd')).status).toBe(500);
    expect((await ask('GET', '/')).body).toContain('["atlas"]');
    expect([world.damage(), events().map(({ fault }) => fault)]).toEqual([
      undefined,
      [undefined, undefined, undefined],
    ]);
  });

  it('is refused when it cannot start', async () => {
    const services = {
      shelf: {
        ...shelf,
        start: () => {
          throw new Error('no shelf');
        },
      },
    };
    await expect(
      open({ stateful: { services, context: { facts: {}, parameters: {}, token: String } } }),
    ).rejects.toThrow('the service `shelf` could not start: no shelf');
  });
});
