import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { captureSchema, downloadSchema } from '@obey/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { capturePages } from '../capture/capture-pages.js';
import { downloadCache } from '../download/download-cache.js';
import { captureFolder, loadTaskData } from './task-data.js';

const words = 'one\ntwo\n';
let server: Server;
let url: string;
let folder: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.writeHead(request.url === '/page' ? 200 : 404, { 'content-type': 'text/plain' }).end('a page');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(path.join(tmpdir(), 'obey-data-'));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

it('gives a task what it declares, and says how to get what is not there', async () => {
  const handbook = captureSchema.parse({ urls: [`${url}/page`], licence: 'CC0-1.0' });
  const sha256 = createHash('sha256').update(words).digest('hex');
  const list = downloadSchema.parse({ url: `${url}/words.txt`, sha256, licence: 'CC0-1.0' });
  const task = { id: 'reading', captures: { handbook }, downloads: { list } };
  const load = (one: typeof task) => loadTaskData(one, { folder, cacheDirectory: folder });
  const failure = (one: typeof task) =>
    load(one).then(
      () => 'no error',
      (error: { code: string; line: string }) => `${error.code} ${error.line}`,
    );

  expect(await failure(task)).toBe(
    'not-found the capture `handbook` of reading was not made yet; run `obey prepare reading --capture` once, with the network on',
  );
  await capturePages('handbook', handbook, {
    folder: captureFolder(folder, 'handbook'),
    fetchedAt: '2026-03-01T09:30:00Z',
    delayMs: 0,
    timeoutMs: 20_000,
    longestWaitMs: 0,
  });
  expect(await failure(task)).toMatch(
    /^download-failed the download `list` of reading is not in the cache; run `obey prepare/,
  );
  await writeFile(path.join(folder, sha256), words);
  const data = await load(task);
  expect(data.downloads).toEqual({ list: words });
  expect(data.captures.handbook?.map(({ text }) => text)).toEqual(['a page']);

  const more = { ...handbook, urls: [...handbook.urls, `${url}/more`] };
  expect(await failure({ ...task, captures: { handbook: more } })).toContain(`lacks ${url}/more of the declared one`);
  const other = { ...handbook, licence: 'CC-BY-4.0' };
  expect(await failure({ ...task, captures: { handbook: other } })).toContain(
    'has another licence than the declared one',
  );
});

it('keeps downloads where the user says, else in the cache of the user', () => {
  expect(downloadCache({ OBEY_DOWNLOADS: '/data' }, 'linux')).toBe(path.resolve('/data'));
  expect(downloadCache({ XDG_CACHE_HOME: '/cache' }, 'linux')).toBe(path.join('/cache', 'obey', 'downloads'));
  expect(downloadCache({}, 'darwin')).toContain(path.join('Library', 'Caches', 'obey'));
  expect(downloadCache({}, 'linux')).toContain(path.join('.cache', 'obey'));
});
