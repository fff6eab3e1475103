import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startChatServer } from '../../testing/chat-server.js';
import { runAnswering } from '../../testing/run-command.js';

const key = 'sk-test-0123456789abcdef';
const bin = fileURLToPath(new URL('../../../bin/obey.js', import.meta.url));
const built = existsSync(fileURLToPath(new URL('../../../dist/index.js', import.meta.url)));

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-compact-provider-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const small = ['--case-count', '1', '--drift-cycles', '1', '--level', 'easy', '--no-controls'];
const argv = [
  'compact',
  'run',
  '--method',
  'built-in:naive-summary',
  '--provider',
  'openai',
  '--model',
  'may',
  ...small,
];
const environmentOf = (url: string) => ({ COMPACTBENCH_OPENAI_API_KEY: key, COMPACTBENCH_OPENAI_BASE_URL: url });

/** The text of every file that was written. */
async function written(): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')))).join('\n');
}

/** A results file without what no two runs share. */
const lasting = (text: string): string =>
  text.replace(/"(run_id|started_at|completed_at)":"[^"]*"/g, '"$1":""').replace(/"latency_ms":\d+/g, '"latency_ms":0');

it('gives the same bytes again from the cache, without asking', async () => {
  let count = 0;
  await using server = await startChatServer(() => `Answer ${++count}.`);
  const run = (out: string) =>
    runAnswering(
      { environment: environmentOf(server.url) },
      directory,
      ...argv,
      '--cache',
      'kept',
      '--concurrency',
      '1',
      '--out',
      out,
    );
  expect((await run('first.jsonl')).code).toBe(0);
  const asked = server.asked.length;
  expect(asked).toBeGreaterThan(0);
  expect((await run('again.jsonl')).code).toBe(0);
  expect(server.asked).toHaveLength(asked);
  const [first, again] = await Promise.all(
    ['first.jsonl', 'again.jsonl'].map((file) => readFile(join(directory, file), 'utf8')),
  );
  expect(lasting(again ?? '')).toBe(lasting(first ?? ''));
  const [start, played] = (first ?? '').split('\n').map((line) => (line === '' ? null : JSON.parse(line)));
  expect(start).toMatchObject({ target_provider: 'openai', target_model: 'may', endpoint_kind: 'custom' });
  // As the provider names the model that answered.
  expect(played.obey.models).toEqual(['the-model-of-may']);
});

it('sends what it was told to, and lets no key get into a file', async () => {
  // It repeats the key in whatever it says.
  await using server = await startChatServer(({ authorization }) => `You sent ${authorization}.`);
  const more = ['--temperature', '0.5', '--max-tokens', '77', '--cache', 'kept', '--timeout', '30'];
  const { code } = await runAnswering({ environment: environmentOf(server.url) }, directory, ...argv, ...more);
  expect(code).toBe(0);
  for (const { authorization, body } of server.asked) {
    expect(authorization).toBe(`Bearer ${key}`);
    expect(body).toMatchObject({ model: 'may', temperature: 0.5, max_tokens: 77 });
  }
  const files = await written();
  expect(files).toContain('You sent Bearer [redacted].');
  expect(files).not.toContain(key);
});

it('shows neither the key nor an escape sequence of an error that repeats them', async () => {
  await using server = await startChatServer(({ authorization }) => ({
    status: 400,
    message: `bad \u001b[31mkey\u202e ${authorization}`,
  }));
  const { code, stdout, stderr } = await runAnswering({ environment: environmentOf(server.url) }, directory, ...argv);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('HTTP 400: bad');
  expect(stderr).toMatch(/\nobey: 4 of 4 cases could not be played; [^\n]+go on with --resume\n$/);
  expect(stderr).not.toContain(key);
  expect([...stderr].filter((point) => /[\p{Cc}\p{Cf}]/u.test(point) && point !== '\n')).toEqual([]);
  expect(await written()).not.toContain(key);
});

it('asks for the model of a provider that has several', async () => {
  const { code, stderr } = await runAnswering(
    {},
    directory,
    'compact',
    'run',
    '--method',
    'built-in:null',
    '--provider',
    'ollama',
  );
  expect([code, stderr]).toEqual([2, 'obey: ollama needs --model; such as llama3.2, llama3.1\n']);
});

it.skipIf(!built)('ends at once on Ctrl-C with exit code 130, and goes on (needs the built program)', async () => {
  await using server = await startChatServer(() => 'Yes.', 20);
  const start = (...more: string[]) => {
    const child = spawn(process.execPath, [bin, ...argv, '--concurrency', '1', ...more], {
      cwd: directory,
      env: { ...process.env, ...environmentOf(server.url) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    return { child, ended: new Promise((resolve) => child.on('close', resolve)), said: () => said };
  };
  const first = start();
  while (!first.said().includes('[1/4]') && first.child.exitCode === null) await sleep(5);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(130);
  expect(first.said()).toMatch(/\nobey: interrupted after [123] of 4 cases; go on with --resume\n$/);
  const second = start('--resume');
  expect([
    await second.ended,
    second
      .said()
      .split('\n')
      .filter((line) => line.startsWith('obey:')),
  ]).toEqual([0, []]);
  const events = (await readFile(join(directory, 'results.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(events.map((line) => JSON.parse(line).event)).toEqual([
    'run_start',
    ...Array(4).fill('case_complete'),
    'run_end',
  ]);
});
