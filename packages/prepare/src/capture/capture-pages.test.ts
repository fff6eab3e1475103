import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Capture, captureSchema, routeSchema } from '@obey/schema';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWorld } from '../world/start-world.js';
import type { CaptureOptions } from './capture-options.js';
import { capturePages } from './capture-pages.js';
import { captureRoutes } from './capture-routes.js';
import { readCapture } from './snapshot-folder.js';

type Page = { status?: number; headers?: Record<string, string>; body?: string | Buffer };

let server: Server;
let elsewhere: Server;
let url: string;
let otherUrl: string;
let pages: Record<string, Page | Page[]>;
let asked: { path: string; agent: string | undefined }[];
let waits: number[];
let folder: string;

const listen = async (one: Server) => {
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const target = request.url ?? '/';
    asked.push({ path: target, agent: request.headers['user-agent'] });
    const found = pages[target];
    const page = Array.isArray(found) ? (found.length > 1 ? found.shift() : found[0]) : found;
    response.writeHead(page?.status ?? (page === undefined ? 404 : 200), {
      'content-type': 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.body ?? '');
  });
  elsewhere = createServer((_request, response) => response.end('elsewhere'));
  [url, otherUrl] = await Promise.all([listen(server), listen(elsewhere)]);
});
afterAll(() => {
  for (const one of [server, elsewhere]) {
    one.closeAllConnections();
    one.close();
  }
});
beforeEach(async () => {
  pages = {
    '/a': { body: '<h1>Ä</h1>' },
    '/b?page=2': { body: '{"b":1}', headers: { 'content-type': 'application/json' } },
  };
  asked = [];
  waits = [];
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'obey-capture-')), 'handbook');
});
afterEach(() => rm(path.dirname(folder), { recursive: true }));

const declared = (paths: string[], more: Partial<Capture> = {}): Capture =>
  captureSchema.parse({ urls: paths.map((one) => new URL(one, url).href), licence: 'CC-BY-4.0', ...more });
const capture = (what: Capture, more: Partial<CaptureOptions> = {}) =>
  capturePages('handbook', what, {
    folder,
    fetchedAt: '2026-03-01T09:30:00Z',
    delayMs: 1_000,
    timeoutMs: 20_000,
    longestWaitMs: 60_000,
    sleep: async (ms) => void waits.push(ms),
    ...more,
  });
const failure = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'no error',
    (error: { code: string; line: string }) => `${error.code} ${error.line}`,
  );
const pathsAsked = () => asked.map((one) => one.path);

describe('a capture', () => {
  it('is a folder of hashed pages with their licence, which a service of the world serves again', async () => {
    const manifest = await capture(declared(['/a', '/b?page=2']));
    expect(manifest).toMatchObject({ name: 'handbook', licence: 'CC-BY-4.0' });
    expect(manifest.pages[0]).toEqual({
      url: `${url}/a`,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: 11,
      contentType: 'text/html; charset=utf-8',
      fetchedAt: '2026-03-01T09:30:00Z',
    });
    expect((await readdir(folder)).sort()).toEqual(['files', 'manifest.json']);
    const read = await readCapture(folder);
    expect(read.manifest).toEqual(manifest);
    const routes = captureRoutes(read.pages, new URL(url).host);
    expect(captureRoutes(read.pages, 'example.org')).toEqual([]);
    const service = { latencyMs: [0, 0] as [number, number], routes: routes.map((route) => routeSchema.parse(route)) };
    const world = await startWorld(
      { seed: 1, services: { site: service } },
      { pace: 0, clock: () => performance.now(), store: { put: () => '' } },
    );
    try {
      const served = await fetch(`${world.urls.site}/a`);
      expect([await served.text(), served.headers.get('content-type')]).toEqual([
        '<h1>Ä</h1>',
        'text/html; charset=utf-8',
      ]);
      expect(await (await fetch(`${world.urls.site}/b?page=2`)).json()).toEqual({ b: 1 });
      expect((await fetch(`${world.urls.site}/b`)).status).toBe(404);
    } finally {
      await world.stop();
    }
  });

  it('says who it is and waits between pages, longer where robots.txt asks for it', async () => {
    pages['/robots.txt'] = { body: 'User-agent: *\nCrawl-delay: 4\n', headers: { 'content-type': 'text/plain' } };
    await capture(declared(['/a', '/b?page=2']));
    expect(asked).toEqual(['/robots.txt', '/a', '/b?page=2'].map((one) => ({ path: one, agent: 'ObeyCapture/1.0' })));
    expect(waits).toEqual([1_000, 4_000]);
    pages['/robots.txt'] = { body: 'User-agent: *\nCrawl-delay: 3600\n' };
    expect(await failure(capture(declared(['/a', '/b?page=2'])))).toContain('asks for 3600 s, more than is waited for');
  });

  it('keeps to robots.txt, and to nothing at all where that cannot be read', async () => {
    pages['/robots.txt'] = { body: 'User-agent: ObeyCapture\nDisallow: /b\n\nUser-agent: *\nDisallow: /\n' };
    expect(await failure(capture(declared(['/a', '/b?page=2'])))).toMatch(
      /^download-failed .*\/b\?page=2 is not for crawlers: robots.txt of .* forbids it; take it out/,
    );
    expect(pathsAsked()).toEqual(['/robots.txt', '/a']);
    pages['/robots.txt'] = { status: 503 };
    await rm(`${folder}.part`, { recursive: true });
    expect(await failure(capture(declared(['/a'])))).toContain(
      'robots.txt answered 503, so nothing there may be fetched',
    );
    expect(await failure(capture(declared(['/a'], { urls: ['http://127.0.0.1:1/a'] })))).toContain(
      'could not be reached',
    );
  });

  it('follows redirects within the declared hosts alone', async () => {
    pages['/moved'] = { status: 301, headers: { location: '/a' } };
    pages['/away'] = { status: 302, headers: { location: `${otherUrl}/x` } };
    pages['/round'] = { status: 302, headers: { location: '/round' } };
    const { pages: captured } = await capture(declared(['/moved']));
    expect(captured[0]).toMatchObject({ url: `${url}/moved`, location: `${url}/a`, bytes: 11 });
    expect(await failure(capture(declared(['/away'])))).toContain(
      `leads to ${new URL(otherUrl).host}, which the capture does not declare`,
    );
    expect(await failure(capture(declared(['/round'])))).toContain('leads on more than 5 times');
  });

  it('waits when it is told to, and not for ever', async () => {
    pages['/a'] = [{ status: 429, headers: { 'retry-after': '7' } }, { body: 'well' }];
    await capture(declared(['/a']));
    expect(waits).toContain(7_000);
    pages['/a'] = { status: 503, headers: { 'retry-after': '7' } };
    expect(await failure(capture(declared(['/a'])))).toContain('/a answered 503');
    pages['/a'] = { status: 503, headers: { 'retry-after': '900' } };
    expect(await failure(capture(declared(['/a'])))).toContain('asks for 900 s');
  });

  it('refuses what is too large, not there, or no text', async () => {
    pages['/big'] = { body: 'x'.repeat(5_000) };
    pages['/image'] = { body: Buffer.alloc(3), headers: { 'content-type': 'image/png' } };
    expect(await failure(capture(declared(['/big'], { maxPageBytes: 4_999 })))).toContain(
      '/big is larger than its limit of 4999 bytes',
    );
    expect(await failure(capture(declared(['/a', '/big'], { maxBytes: 5_010 })))).toContain(
      'larger than its limit of 5010 bytes',
    );
    expect(await failure(capture(declared(['/none'])))).toContain('/none answered 404; correct its address');
    expect(await failure(capture(declared(['/image'])))).toContain('is image/png, and only text');
    expect(await readdir(path.dirname(folder))).toEqual(['handbook.part']);
  });
});

describe('a capture that is broken off', () => {
  it('goes on where it was, and appears whole or not at all', async () => {
    const three = declared(['/a', '/b?page=2', '/c']);
    expect(await failure(capture(three))).toContain('/c answered 404');
    expect(await failure(readCapture(folder))).toContain('not-found');
    pages['/c'] = { body: 'c' };
    asked = [];
    const seen: boolean[] = [];
    await capture(three, { onPage: ({ kept }) => seen.push(kept) });
    expect(pathsAsked()).toEqual(['/robots.txt', '/c']);
    expect(seen).toEqual([true, true, false]);
    expect((await readCapture(folder)).pages.map(({ text }) => text)).toEqual(['<h1>Ä</h1>', '{"b":1}', 'c']);
  });

  it('takes no page for whole that is not', async () => {
    expect(await failure(capture(declared(['/a', '/c'])))).toContain('404');
    const [file = ''] = await readdir(path.join(`${folder}.part`, 'files'));
    await writeFile(path.join(`${folder}.part`, 'files', file), 'cut');
    pages['/c'] = { body: 'c' };
    asked = [];
    await capture(declared(['/a', '/c']));
    expect(pathsAsked()).toEqual(['/robots.txt', '/a', '/c']);
  });

  it('takes the place of an earlier one, with the pages that it asks for and no others', async () => {
    await capture(declared(['/a', '/b?page=2']));
    pages['/a'] = { body: 'new' };
    await capture(declared(['/a']), { fetchedAt: '2026-04-01T00:00:00Z' });
    const { manifest, pages: read } = await readCapture(folder);
    expect(read.map(({ text, fetchedAt }) => [text, fetchedAt])).toEqual([['new', '2026-04-01T00:00:00Z']]);
    expect(await readdir(path.join(folder, 'files'))).toEqual(manifest.pages.map(({ sha256 }) => sha256));
    expect(await readdir(path.dirname(folder))).toEqual(['handbook']);
  });
});

it('refuses a capture that was changed', async () => {
  await capture(declared(['/a']));
  const { manifest } = await readCapture(folder);
  const file = path.join(folder, 'files', manifest.pages[0]?.sha256 ?? '');
  expect(await readFile(file, 'utf8')).toBe('<h1>Ä</h1>');
  await writeFile(file, 'changed');
  expect(await failure(readCapture(folder))).toMatch(/^prepare-failed .*the page .*\/a is not what was captured/);
  await rm(file);
  expect(await failure(readCapture(folder))).toContain('is missing');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'manifest.json'), '{}');
  expect(await failure(readCapture(folder))).toContain('no manifest of a capture');
});
