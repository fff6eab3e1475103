import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { Answer, RequestEvent, Route } from '@obey/schema';
import { routeSchema } from '@obey/schema';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isNth, selectAnswer } from './select-answer.js';
import { startWorld } from './start-world.js';
import type { World, WorldOptions } from './world.js';

type RouteInput = { method?: Route['method']; path: string; answers: Partial<Answer>[] };
type Event = Omit<RequestEvent, 'seq' | 'hash'>;

const started: World[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((world) => world.stop()));
});

async function open(routes: RouteInput[], options: Partial<WorldOptions> = {}, range: [number, number] = [0, 0]) {
  const kept = new Map<string, string>();
  const world = await startWorld(
    { seed: 3, services: { site: { latencyMs: range, routes: routes.map((route) => routeSchema.parse(route)) } } },
    {
      pace: 1,
      clock: () => performance.now(),
      store: {
        put: (body) => {
          const sha256 = createHash('sha256').update(body).digest('hex');
          kept.set(sha256, Buffer.from(body).toString());
          return sha256;
        },
      },
      ...options,
    },
  );
  started.push(world);
  const url = world.urls.site ?? '';
  const get = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, init);
    return { status: response.status, body: await response.text(), headers: response.headers };
  };
  const events = () => world.events() as Event[];
  return { world, url, get, events, kept };
}

describe('answers', () => {
  it('serves a route, and logs what was asked, answered, kept and proven', async () => {
    const proof = { item: 'a', token: 't', fields: { people: 3 } };
    const { get, events, kept } = await open([{ path: '/a b', answers: [{ body: '{"people":3}', proof }] }]);
    const answer = await get('/a%20b?page=2');
    expect(answer).toMatchObject({ status: 200, body: '{"people":3}' });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const [event] = events();
    expect(event).toMatchObject({
      kind: 'request',
      source: 'service',
      service: 'site',
      method: 'GET',
      path: '/a b',
      query: 'page=2',
      status: 200,
      bytes: 12,
      proof,
    });
    expect(kept.get(event?.body ?? '')).toBe('{"people":3}');
    expect((event?.end ?? 0) - (event?.start ?? 0)).toBeGreaterThan(4);
  });

  it('tells nothing of proofs, faults or facts to the candidate', async () => {
    const proof = { item: 'secret-item', token: 'secret-token', fields: { hidden: 'secret-field' } };
    const { get } = await open([
      { path: '/a', answers: [{ status: 503, fault: 'secret-fault', proof, body: 'busy' }] },
    ]);
    const { body, headers } = await get('/a');
    expect(body + JSON.stringify([...headers])).not.toContain('secret');
  });

  it('counts the calls of each route and waits for another route’s answer', async () => {
    const { get, events } = await open([
      {
        path: '/a',
        answers: [
          { when: { nth: 1 }, status: 503, fault: 'busy' },
          { when: { nth: [2, 3] }, body: 'well' },
          { body: 'later' },
        ],
      },
      { path: '/b', answers: [{ when: { after: 'POST /c' }, body: 'after' }, { body: 'before' }] },
      { method: 'POST', path: '/c', answers: [{ status: 204 }] },
    ]);
    const bodies = [];
    for (const path of ['/a', '/b', '/a', '/a', '/a']) bodies.push((await get(path)).body);
    await get('/c', { method: 'POST', body: 'x' });
    bodies.push((await get('/b')).body);
    expect(bodies).toEqual(['', 'before', 'well', 'well', 'later', 'after']);
    expect(events().map((event) => event.status)).toEqual([503, 200, 200, 200, 200, 204, 200]);
    expect(events()[0]?.fault).toBe('busy');
  });

  it('answers a query by the route that demands just it, else by the one that leaves it open', async () => {
    const { get, events } = await open([
      { path: '/cities?country=x&page=1', answers: [{ when: { nth: 1 }, status: 429 }, { body: 'first' }] },
      { path: '/cities?country=x&page=2', answers: [{ body: 'second' }] },
      {
        path: '/towns',
        answers: [{ when: { after: 'GET /cities?page=2&country=x' }, body: 'after' }, { body: 'any' }],
      },
      { path: '/towns?page=2', answers: [{ body: 'second' }] },
    ]);
    const seen: unknown[] = [];
    const wanted = [
      ['/cities?page=1&country=x', 429, ''],
      ['/cities?country=x&page=1', 200, 'first'],
      ['/towns', 200, 'any'],
      ['/cities?page=2&country=%78', 200, 'second'],
      ['/cities', 404, 'Not Found\n'],
      ['/cities?country=x', 404, 'Not Found\n'],
      ['/cities?country=x&page=2&page=2', 404, 'Not Found\n'],
      ['/towns?page=3', 200, 'after'],
      ['/towns?page=2', 200, 'second'],
    ] as const;
    for (const [target] of wanted) {
      const { status, body } = await get(target);
      seen.push([target, status, body]);
    }
    expect(seen).toEqual(wanted);
    expect(events().map(({ path, query }) => `${path}?${query}`)[0]).toBe('/cities?page=1&country=x');
    expect((await get('/cities?country=x&page=2', { method: 'POST' })).status).toBe(405);
  });

  it('picks the first answer whose `when` holds, for any answers, calls and history', () => {
    const when = fc.record(
      {
        nth: fc.oneof(
          fc.integer({ min: 1, max: 5 }),
          fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
        ),
        after: fc.constantFrom('GET /x', 'GET /y'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(when, { maxLength: 5 }),
        fc.integer({ min: 1, max: 6 }),
        fc.subarray(['GET /x', 'GET /y']),
        (whens, nth, done) => {
          const answers = [
            ...whens.map((condition, index) => ({ when: condition, status: 200 + index })),
            { status: 299 },
          ].map((answer) => routeSchema.parse({ path: '/', answers: [answer] }).answers[0] as Answer);
          const got = selectAnswer({ answers }, nth, (key) => done.includes(key));
          const holds = ({ when: condition }: Answer) =>
            (condition?.nth === undefined || isNth(condition.nth, nth)) &&
            (condition?.after === undefined || done.includes(condition.after));
          expect(got?.status).toBe(answers.filter(holds)[0]?.status);
          if (Array.isArray(got?.when?.nth)) expect(got.when.nth[0] <= nth && nth <= got.when.nth[1]).toBe(true);
          if (typeof got?.when?.nth === 'number') expect(got.when.nth).toBe(nth);
        },
      ),
      { numRuns: process.env.OBEY_FULL === '1' ? 2_000 : 200 },
    );
  });

  it('follows the model of calls and answers over HTTP, whatever is asked in whatever order', async () => {
    const paths = ['/x', '/y'];
    const when = fc.record(
      { nth: fc.integer({ min: 1, max: 4 }), after: fc.constantFrom('GET /x', 'GET /y') },
      { requiredKeys: [] },
    );
    const answers: fc.Arbitrary<{ when?: { nth?: number; after?: string } }[]> = fc
      .array(when, { maxLength: 3 })
      .map((list) => [...list.map((one) => ({ when: one })), {}]);
    await fc.assert(
      fc.asyncProperty(answers, answers, fc.array(fc.constantFrom(...paths), { maxLength: 8 }), async (x, y, asked) => {
        const routes = [x, y].map((list, index) => ({
          path: paths[index] ?? '',
          answers: list.map((answer, place) => ({ ...answer, body: `${paths[index]} ${place}` })),
        }));
        const { get, world } = await open(routes, { floorMs: () => 0 });
        const history: string[] = [];
        for (const path of asked) {
          const nth = history.filter((before) => before === path).length + 1;
          const place = (path === '/x' ? x : y).findIndex((answer) => {
            const condition = answer.when ?? {};
            const isAfter =
              condition.after === undefined || history.some((before) => `GET ${before}` === condition.after);
            return isAfter && (condition.nth ?? nth) === nth;
          });
          expect((await get(path)).body).toBe(`${path} ${place}`);
          history.push(path);
        }
        await world.stop();
        expect(world.events()).toHaveLength(asked.length);
      }),
      { numRuns: process.env.OBEY_FULL === '1' ? 300 : 25 },
    );
  });

  it('gives each of many calls at once a number of its own, and logs each once', async () => {
    const numbered = Array.from({ length: 60 }, (_, index) => ({
      when: { nth: index + 1 },
      body: `call ${index + 1}`,
    }));
    const { get, events } = await open([{ path: '/a', answers: [...numbered, { status: 500 }] }]);
    const bodies = await Promise.all(numbered.map(async () => (await get('/a')).body));
    expect(new Set(bodies).size).toBe(60);
    expect(events().map(({ status }) => status)).toEqual(numbered.map(() => 200));
  });

  it('logs what no route fits, as 404 or 405', async () => {
    const { get, events } = await open([{ path: '/a', answers: [{ body: 'a' }] }]);
    expect((await get('/b')).status).toBe(404);
    expect((await get('/a/')).status).toBe(404);
    const refused = await get('/a', { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET']);
    expect(events().map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'GET /b 404',
      'GET /a/ 404',
      'DELETE /a 405',
    ]);
  });

  it('answers HEAD with the next GET’s headers, without using up a call or proving anything', async () => {
    const { get, events } = await open([
      {
        path: '/a',
        answers: [{ when: { nth: 1 }, body: 'first', proof: { item: 'a', fields: {} } }, { body: 'second' }],
      },
    ]);
    const head = await get('/a', { method: 'HEAD' });
    expect([head.status, head.body, head.headers.get('content-length')]).toEqual([200, '', '5']);
    expect((await get('/a')).body).toBe('first');
    const [first, second] = events();
    expect([first?.method, first?.bytes, first?.proof, first?.body]).toEqual(['HEAD', 0, undefined, undefined]);
    expect(second?.proof?.item).toBe('a');
  });
});

describe('time', () => {
  it('works on concurrent requests at once', async () => {
    const routes = Array.from({ length: 8 }, (_, index) => ({ path: `/${index}`, answers: [{ body: 'x' }] }));
    let arrived = 0;
    let release = () => {};
    const all = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { get, events } = await open(routes, {
      beforeAnswer: () => {
        arrived += 1;
        if (arrived === routes.length) release();
        return all;
      },
    });
    await Promise.all(routes.map(({ path }) => get(path)));
    const log = events();
    const latestStart = Math.max(...log.map(({ start }) => start));
    expect(log.every(({ end }) => end > latestStart)).toBe(true);
  });

  it('scales latency by pace, never below the floor', async () => {
    const { get, events } = await open(
      [{ path: '/a', answers: [{ body: 'x' }] }],
      { pace: 0.001, floorMs: () => 60 },
      [300, 300],
    );
    await get('/a');
    await get('/b');
    expect(events().every(({ start, end }) => end - start >= 58)).toBe(true);
  });

  it('waits for the marker before a request counts as begun', async () => {
    const order: string[] = [];
    const { get, events } = await open([{ path: '/a', answers: [{ body: 'a' }] }], {
      beforeAnswer: async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        order.push(`marker ${performance.now()}`);
      },
    });
    await get('/a');
    expect(events()[0]?.start).toBeGreaterThanOrEqual(Number(order[0]?.split(' ')[1]));
  });

  it('answers and says so when the marker or the store fails', async () => {
    const { world, get } = await open([{ path: '/a', answers: [{ body: 'a' }] }], {
      beforeAnswer: () => Promise.reject(new Error('no watcher')),
    });
    expect((await get('/a')).body).toBe('a');
    expect(world.damage()).toContain('no watcher');
    const other = await open([{ path: '/a', answers: [{ body: 'a' }] }], {
      store: { put: () => Promise.reject(new Error('disk full')) },
    });
    expect((await other.get('/a')).body).toBe('a');
    expect(other.world.damage()).toContain('disk full');
    expect(other.events()[0]?.body).toBeUndefined();
  });
});

describe('clients of every kind', () => {
  it('keeps connections alive', async () => {
    const { url } = await open([{ path: '/a', answers: [{ body: 'a' }] }]);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    for (let call = 0; call < 3; call += 1) {
      await new Promise<void>((resolve, reject) => {
        request(`${url}/a`, { agent }, (response) => {
          ports.add(response.socket.localPort);
          response.resume().on('end', resolve);
        })
          .on('error', reject)
          .end();
      });
    }
    agent.destroy();
    expect(ports.size).toBe(1);
  });

  it('logs a client that hangs up with the status that was meant for it, and no proof', async () => {
    const hangUp = new AbortController();
    const answers = [
      { when: { nth: 1 }, body: 'a', latencyMs: 600_000, proof: { item: 'a', fields: {} } },
      { body: 'again' },
    ];
    const { get, events } = await open([{ path: '/a', answers }], {
      beforeAnswer: async () => {
        hangUp.abort();
      },
    });
    await expect(get('/a', { signal: hangUp.signal })).rejects.toThrow();
    expect((await get('/a')).body).toBe('again');
    await vi.waitFor(() => expect(events()).toHaveLength(2));
    const [first] = events();
    expect([first?.status, first?.bytes, first?.proof, first?.body]).toEqual([200, 0, undefined, undefined]);
  });

  it('limits request bodies', async () => {
    const { get, events } = await open([{ method: 'POST', path: '/a', answers: [{ body: 'ok' }] }], {
      maxRequestBytes: 100,
    });
    expect((await get('/a', { method: 'POST', body: 'x'.repeat(100) })).status).toBe(200);
    expect((await get('/a', { method: 'POST', body: 'x'.repeat(101) })).status).toBe(413);
    expect(events().map(({ status }) => status)).toEqual([200, 413]);
  });

  it('survives garbage, half requests and slow ones, and goes on serving', async () => {
    const { url, get, events, world } = await open(
      [
        { method: 'POST', path: '/a', answers: [{ body: 'a' }] },
        { path: '/b', answers: [{ body: 'b' }] },
      ],
      {
        requestTimeoutMs: 300,
      },
    );
    const port = Number(new URL(url).port);
    const speak = (...lines: string[]) =>
      new Promise<string>((resolve) => {
        const socket = connect(port, '127.0.0.1');
        let heard = '';
        socket.on('data', (chunk) => {
          heard += chunk.toString();
        });
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(heard));
        for (const line of lines) socket.write(line);
      });
    expect(await speak('\u0000\u0001 nonsense\r\n\r\n')).toContain('400 Bad Request');
    expect(await speak('GET /b HTTP/1.1\r\nHost: x\r\nX-Half: ')).toContain('408');
    expect(await speak('POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nhalf')).toContain('408');
    expect(await speak('GET http://elsewhere.example/b?x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /200 OK[\s\S]*b$/,
    );
    expect(await speak('GET //b/%ff/%2Fb HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toContain('404');
    expect((await get('/b')).body).toBe('b');
    expect(events().map(({ path, status }) => `${path} ${status}`)).toEqual([
      '/a 408',
      '/b 200',
      '//b/%ff/%2Fb 404',
      '/b 200',
    ]);
    expect(world.damage()).toBeUndefined();
  });

  it('stops with requests under way and logs them', async () => {
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const { get, world, events } = await open([{ path: '/a', answers: [{ body: 'a', latencyMs: 600_000 }] }], {
      beforeAnswer: async () => arrived(),
    });
    const pending = get('/a').catch(() => 'cut');
    await arrival;
    await world.stop();
    expect(await pending).toBe('cut');
    expect(events()).toHaveLength(1);
    await expect(get('/a')).rejects.toThrow();
  });
});
