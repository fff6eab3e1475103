import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runAnswering } from '../../testing/run-command.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-compact-lists-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const environment = { COMPACTBENCH_GROQ_API_KEY: 'gsk-0123456789' };
const list = (what: string, ...argv: string[]) =>
  runAnswering({ environment }, directory, 'compact', what, 'list', ...argv);
const json = async (what: string) => JSON.parse((await list(what, '--json')).stdout);

it('lists the suites that come with Obey', async () => {
  const { suites } = await json('suites');
  expect(suites.map(({ key }: { key: string }) => key)).toEqual(['elite_practice', 'hard', 'starter']);
  for (const { templates, families } of suites) expect(templates).toBeGreaterThanOrEqual(families.length);
  const { code, stdout } = await list('suites');
  expect([code, stdout.match(/^starter \d+\.\d+\.\d+ {2}\d+ templates {2}\w+/m)]).toEqual([0, expect.any(Array)]);
});

it('lists suites of another folder, and says in one line what is wrong with a template', async () => {
  await mkdir(join(directory, 'suites', 'empty'), { recursive: true });
  expect((await list('suites', '--suites', 'suites')).stdout).toBe('empty  no template\n');
  await writeFile(join(directory, 'suites', 'empty', 'broken.yaml'), 'template: {key: 5}\n');
  const { code, stderr } = await list('suites', '--suites', 'suites');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^obey: [^\n]*broken\.yaml:1:[^\n]+\n$/);
});

it('lists the methods, and why one cannot be run here', async () => {
  const { methods } = await json('methods');
  expect(methods.filter(({ control }: { control: boolean }) => control)).toHaveLength(3);
  expect(methods.filter(({ ready }: { ready: boolean }) => !ready)).toEqual([
    { key: 'claude-code', control: false, ready: false, problem: expect.stringContaining('there is no Claude Code') },
  ]);
  const { stdout } = await list('methods');
  expect(stdout).toContain('\nbuilt-in:oracle  (control)\n');
  expect(stdout).toContain('\nbuilt-in:claude-code  there is no Claude Code at `claude`; install');
});

it('lists the providers and what they lack, never a key', async () => {
  const { providers } = await json('providers');
  const ready = providers.filter((one: { ready: boolean }) => one.ready).map(({ key }: { key: string }) => key);
  expect(ready).toEqual(['groq', 'mock', 'ollama']);
  const { stdout } = await list('providers');
  expect(stdout).toContain('anthropic  anthropic: no key in COMPACTBENCH_ANTHROPIC_API_KEY');
  expect(`${stdout}${JSON.stringify(providers)}`).not.toContain(environment.COMPACTBENCH_GROQ_API_KEY);
});
