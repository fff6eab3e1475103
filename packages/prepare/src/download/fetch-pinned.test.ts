import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type DownloadOptions, fetchPinned, type PinnedFile } from './fetch-pinned.js';

const content = Buffer.from('the pinned words\n'.repeat(1_000));
const sha256 = createHash('sha256').update(content).digest('hex');
let server: Server;
let url: string;
let asked: string[] = [];
let cacheDirectory: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/file') response.end(content);
    else if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end();
    else if (request.url === '/endless') {
      const more = () => response.write(Buffer.alloc(65_536)) || response.once('drain', more);
      const timer = setInterval(more, 1);
      response.on('close', () => clearInterval(timer));
    } else if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': String(content.length) });
      response.write(content.subarray(0, 100), () => response.destroy());
    } else if (request.url !== '/silent') response.writeHead(404).end('no');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  asked = [];
  cacheDirectory = path.join(await mkdtemp(path.join(tmpdir(), 'obey-cache-')), 'files');
});
afterEach(() => rm(path.dirname(cacheDirectory), { recursive: true }));

const get = (file: Partial<PinnedFile>, options: Partial<DownloadOptions> = {}) =>
  fetchPinned(
    { url: `${url}/file`, sha256, maxBytes: 100_000, ...file },
    { cacheDirectory, timeoutMs: 20_000, ...options },
  );
const failure = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'no error',
    (error: { code: string; line: string }) => `${error.code} ${error.line}`,
  );

it('downloads once, then serves the cache, also offline', async () => {
  const kept = await get({ url: `${url}/moved` });
  expect(await readFile(kept)).toEqual(content);
  expect(await get({})).toBe(kept);
  expect(await get({}, { offline: true })).toBe(kept);
  expect(asked).toEqual(['/moved', '/file']);
  expect(await readdir(cacheDirectory)).toEqual([sha256]);
});

it('replaces a file in the cache that was damaged', async () => {
  const kept = await get({});
  await writeFile(kept, 'damaged');
  expect(await readFile(await get({}))).toEqual(content);
});

it('gives two who ask at once the same whole file', async () => {
  const [one, other] = await Promise.all([get({}), get({})]);
  expect(one).toBe(other);
  expect(await readFile(one)).toEqual(content);
});

it('says what went wrong, and keeps nothing', async () => {
  expect(await failure(get({}, { offline: true }))).toMatch(
    /^download-failed .*is not in the cache and the network is off; download it once/,
  );
  expect(await failure(get({ sha256: '0'.repeat(64) }))).toContain(`has SHA-256 ${sha256}, not the pinned 000`);
  expect(await failure(get({ maxBytes: 100 }))).toContain('is larger than its limit of 100 bytes; raise the limit');
  expect(await failure(get({ url: `${url}/endless` }))).toContain('is larger than its limit of 100000 bytes');
  expect(await failure(get({ url: `${url}/gone` }))).toContain('/gone answered 404');
  expect(await failure(get({ url: `${url}/cut` }))).toMatch(/download-failed .*\/cut could not be reached/);
  expect(await failure(get({ url: `${url}/silent` }, { timeoutMs: 50 }))).toContain('took longer than 50 ms');
  expect(await failure(get({ url: 'http://127.0.0.1:1/' }))).toMatch(/could not be reached: .*; check the network/);
  expect(await readdir(cacheDirectory)).toEqual([]);
});

it('refuses a pin that cannot be', async () => {
  expect(await failure(get({ url: 'file:///etc/passwd' }))).toContain('usage `file:///etc/passwd` is not an http');
  expect(await failure(get({ sha256: '../up' }))).toContain('is not a SHA-256');
  expect(await failure(get({ maxBytes: 0 }))).toContain('is not a number of bytes');
});
