import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../testing/run-command.js';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-calibrate-verb-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

it('tells how the judge read the reference agent, and writes it down', async () => {
  const argv = ['catalog', 'calibrate', 'smoke-sequence', '--levels', 'easy', '--seeds', '1'];
  const { code, stdout, stderr } = await runCommand(directory, ...argv, '--write', 'page.md');
  expect(stderr).toMatch(/^(\d+)\/\1 smoke-sequence, [^\n]+\n$/);
  expect(code).toBe(0);
  expect(stdout).toContain('obey catalog calibrate smoke-sequence --levels easy --seeds 1 --write');
  expect(stdout).toMatch(/\| \*\*all\*\* \| (\d+) of \1 · 100 % /);
  expect(stdout).toMatch(
    /\| smoke-sequence \|.*\| 0\.00 · given away \| 0\.00 · given away \| 0\.00 · given away \| 0\.00 · given away \|/,
  );
  expect(stdout).toMatch(/Nothing\.\n$/);
  expect(await readFile(join(directory, 'page.md'), 'utf8')).toBe(stdout);
});

it('refuses a level that is none', async () => {
  expect(await runCommand(directory, 'catalog', 'calibrate', 'smoke-if', '--levels', 'simple')).toMatchObject({
    code: 2,
  });
});
