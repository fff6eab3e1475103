import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAnswering, runCommand } from '../testing/run-command.js';

let server: Server;
let directory: string;
const pages: Record<string, string> = { '/travel?year=2026': '<p>Book early.</p>', '/words.txt': 'test' };

const task = (url: string) => `
id: reading
version: 1.0.0
title: Reads a handbook
domain: office
limits: { minutes: 5 }
network: world
services:
  handbook: { latencyMs: [0, 0] }
captures:
  handbook: { urls: ["${url}/travel?year=2026"], licence: CC-BY-4.0 }
downloads:
  words:
    { url: "${url}/words.txt", sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, licence: CC0-1.0 }
process:
  - { step: open, done: { requested: "GET /travel?year=2026" } }
`;

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = pages[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  directory = await mkdtemp(join(tmpdir(), 'obey-prepare-capture-'));
  await mkdir(join(directory, 'reading'));
  const files = {
    'task.yaml': task(url),
    'prompt.md': 'Open {{services.handbook}}, `GET /travel?year=2026`.\n',
    'prepare.ts': `import { captureRoutes } from '@obey/prepare';
export const prepare = ({ captures, downloads }) => ({
  files: { 'words.txt': downloads.words },
  services: { handbook: { routes: captureRoutes(captures.handbook) } },
});
`,
    'solve.ts':
      "export const solve = { open: ({ abilities, services }) => abilities.fetch(services.handbook + '/travel?year=2026') };\n",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, 'reading', name), text);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(directory, { recursive: true });
});

it('fetches the real data of a task once, which its instances then show without any network', async () => {
  const before = await runCommand(directory, 'prepare', './reading', '--seed', '1');
  expect([before.code, before.stderr]).toEqual([1, expect.stringContaining('`obey prepare reading --capture`')]);

  const OBEY_DOWNLOADS = join(directory, 'downloads');
  const environment = { OBEY_DOWNLOADS };
  const { code, stdout, stderr } = await runAnswering({ environment }, directory, 'prepare', './reading', '--capture');
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('/travel?year=2026  18 bytes') });
  expect(stdout).toMatch(/^capture {3}handbook: 1 pages, CC-BY-4.0, in .*\ndownload {2}words: CC0-1.0, at .*\n$/);
  const manifest = JSON.parse(
    await readFile(join(directory, 'reading', 'captures', 'handbook', 'manifest.json'), 'utf8'),
  );
  expect(manifest.pages[0]).toMatchObject({ contentType: 'text/html', fetchedAt: '2026-01-02T03:04:05.000Z' });

  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  const was = process.env.OBEY_DOWNLOADS;
  process.env.OBEY_DOWNLOADS = OBEY_DOWNLOADS;
  try {
    const after = await runCommand(directory, 'prepare', './reading', '--seed', '1', '--out', 'instance');
    expect({ code: after.code, stderr: after.stderr }).toEqual({ code: 0, stderr: '' });
    expect(await readFile(join(directory, 'instance', 'workspace', 'words.txt'), 'utf8')).toBe('test');
  } finally {
    if (was === undefined) delete process.env.OBEY_DOWNLOADS;
    else process.env.OBEY_DOWNLOADS = was;
  }
});

it('says so when a task declares no real data', async () => {
  const { code, stderr } = await runCommand(directory, 'prepare', 'smoke-try', '--capture');
  expect([code, stderr]).toEqual([2, expect.stringContaining('smoke-try declares no captures and no downloads')]);
});
