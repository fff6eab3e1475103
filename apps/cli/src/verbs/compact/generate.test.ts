import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../../testing/run-command.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-compact-generate-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const generate = (...argv: string[]) => runCommand(directory, 'compact', 'generate', ...argv);
const template = 'entity_confusion_starter_v1';

it('prints the same case for the same seed, and another for another', async () => {
  const { code, stdout } = await generate(template, '--seed', '18446744073709551615', '--level', 'easy');
  expect(code).toBe(0);
  expect(stdout).toContain('"seed": 18446744073709551615,');
  const made = JSON.parse(stdout);
  expect(made).toMatchObject({ case_id: `${template}:s18446744073709551615:deasy`, template_key: template });
  expect(made.transcript.turns.length).toBeGreaterThan(3);
  expect(made.evaluation_items.length).toBeGreaterThan(0);
  expect((await generate(template, '--seed', '18446744073709551615', '--level', 'easy')).stdout).toBe(stdout);
  expect((await generate(template, '--seed', '-3', '--level', 'easy')).stdout).not.toBe(stdout);
});

it('writes a file where one is named', async () => {
  const { code, stdout } = await generate(template, '--out', 'case.json');
  expect([code, stdout]).toEqual([0, `${join(directory, 'case.json')}\n`]);
  expect(await readFile(join(directory, 'case.json'), 'utf8')).toBe((await generate(template)).stdout);
});

it.each([
  [1, 'is `entity_confusion_starter_v1` meant?', ['entity_confusion_startr_v1']],
  [1, 'there is no template `x`; there are ', ['x']],
  [1, 'easy', [template, '--level', 'elite']],
  [2, 'level `huge` is not one of', [template, '--level', 'huge']],
  [2, 'expected a whole number', [template, '--seed', '1.5']],
  [1, 'case.json', [template, '--out', 'no/folder/case.json']],
])('refuses with %i and one line that holds %j', async (code, said, argv) => {
  const outcome = await generate(...argv);
  expect([outcome.code, outcome.stdout]).toEqual([code, '']);
  expect(outcome.stderr).toMatch(/^obey: [^\n]+\n$/);
  expect(outcome.stderr).toContain(said);
  expect(outcome.stderr).not.toContain('unexpected error');
});
