import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResultsFile } from '@obey/compact';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { layOutSuites } from './testing/lay-out-suites.js';
import { runCompactbench } from './testing/run-compactbench.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compactbench-runs-'));
  await layOutSuites(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bench = (...argv: string[]) => runCompactbench(folder, argv);
const run = (output: string, ...argv: string[]) =>
  bench('run', '-m', 'built-in:naive-summary', '--case-count', '1', '--drift-cycles', '1', '-o', output, ...argv);
const text = (file: string) => readFile(join(folder, file), 'utf8');
const start = async (file: string) => JSON.parse((await text(file)).split('\n')[0] ?? '');
const eventsOf = async (file: string) => (await readResultsFile(join(folder, file))).events.map((event) => event.event);

const fields = [
  'event',
  'run_id',
  'method_name',
  'method_version',
  'suite_key',
  'suite_version',
  'scorer_version',
  'target_provider',
  'target_model',
  'difficulty',
  'drift_cycles',
  'seed_group',
  'case_count_per_template',
  'started_at',
];

it('writes what strict readers of either version take: no other member, in their order', async () => {
  await run('one.jsonl', '--scorer', '1.0.0');
  expect(Object.keys(await start('one.jsonl'))).toEqual(fields);
  await run('two.jsonl');
  expect(Object.keys(await start('two.jsonl'))).toEqual(fields.toSpliced(9, 0, 'endpoint_kind'));
  expect(await start('two.jsonl')).toMatchObject({ scorer_version: '2.0.0', endpoint_kind: 'default' });
  for (const file of ['one.jsonl', 'two.jsonl']) {
    expect(await eventsOf(file)).toEqual(['run_start', 'case_complete', 'case_complete', 'run_end']);
    expect(await text(file)).not.toContain('"obey"');
    expect(await text(file)).toMatch(/^\{"event":"run_start",[^ ]*\}\n/);
  }
});

it('replaces a file without asking, and goes on with it when told to', async () => {
  await writeFile(join(folder, 'old.jsonl'), 'old\n');
  await run('old.jsonl');
  const first = await text('old.jsonl');
  expect(first).not.toContain('old\n');
  await run('old.jsonl');
  expect((await start('old.jsonl')).run_id).not.toBe(JSON.parse(first.split('\n')[0] ?? '').run_id);

  const [begun = '', one = ''] = (await text('old.jsonl')).split('\n');
  await writeFile(join(folder, 'old.jsonl'), `${begun}\n${one}\n{"event":"case_comp`);
  expect(await run('old.jsonl', '--resume')).toMatchObject({ code: 0, stderr: '' });
  expect((await text('old.jsonl')).startsWith(`${begun}\n${one}\n`)).toBe(true);
  expect(await eventsOf('old.jsonl')).toEqual(['run_start', 'case_complete', 'case_complete', 'run_end']);
});

it.each([
  ['another model', ['--model', 'other'], 'target_model: the file has mock-deterministic, wanted other'],
  ['other cycles', ['--drift-cycles', '2'], 'drift_cycles: the file has 1, wanted 2'],
  ['other cases', ['--case-count', '2', '--seed-group', 'b'], 'seed_group: the file has default, wanted b; case_count'],
  ['another level', ['--difficulty', 'hard'], 'difficulty: the file has medium, wanted hard'],
  ['another method', ['-m', 'built-in:null'], 'method_name: the file has naive-summary, wanted null'],
  ['another scorer', ['--scorer', '1.0.0'], 'scorer_version: the file has 2.0.0, wanted 1.0.0'],
])('does not go on with %s', async (_, argv, says) => {
  await run('kept.jsonl');
  const before = await text('kept.jsonl');
  const { code, stdout, stderr } = await run('kept.jsonl', '--resume', ...argv);
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toContain(says);
  expect(stdout).toMatch(/^[^\n]+\n$/);
  expect(await text('kept.jsonl')).toBe(before);
});

it("runs a user's class", async () => {
  expect(await run('own.jsonl', '-m', './own.mjs:Keeps')).toMatchObject({ code: 0, stderr: '' });
  expect(await start('own.jsonl')).toMatchObject({ method_name: 'Keeps', method_version: '3.1.0' });
});

it('keeps what was finished when a provider fails, and says so in one line', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(asked > 6 ? 400 : 200, { 'content-type': 'application/json' });
    const choices = [{ index: 0, message: { role: 'assistant', content: 'ok' }, finish_reason: 'stop' }];
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    response.end(JSON.stringify({ id: 'x', object: 'chat.completion', created: 1, model: 'm', choices, usage }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  // From .env of the folder that the command is given in.
  await writeFile(join(folder, '.env'), `COMPACTBENCH_OPENAI_BASE_URL=http://127.0.0.1:${address.port}/v1\n`);
  const argv = ['-p', 'openai', '--model', 'm', '--concurrency', '1', '--drift-cycles', '0'];
  const failed = await run('failed.jsonl', ...argv);
  expect([failed.code, failed.stderr]).toEqual([1, '']);
  expect(failed.stdout).toMatch(/^1 of 2 cases could not be played; [^\n]*; [^\n]*--resume\n$/);
  expect(await start('failed.jsonl')).toMatchObject({ target_provider: 'openai', endpoint_kind: 'custom' });
  expect(await eventsOf('failed.jsonl')).toEqual(['run_start', 'case_complete']);
  asked = -100;
  expect((await run('failed.jsonl', ...argv, '--resume')).code).toBe(0);
  expect(await eventsOf('failed.jsonl')).toEqual(['run_start', 'case_complete', 'case_complete', 'run_end']);
  await rm(join(folder, '.env'));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('shows a run in tables of the width that is asked for', async () => {
  await run('shown.jsonl');
  const { code, stdout, stderr } = await runCompactbench(folder, ['score', '-r', 'shown.jsonl'], { COLUMNS: '120' });
  expect([code, stderr]).toEqual([0, '']);
  const titles = stdout.split('\n').filter((line) => line !== '' && !/^[┏┃┡│└]/.test(line));
  expect(titles.map((title) => title.trim())).toEqual([
    'Run',
    '2 case(s)',
    'Failures by item type',
    'Aggregate',
    'Token usage',
  ]);
  expect(stdout).toMatch(/│ kept_rule_v1:s\d+:dmedium +│ +0\.200 │ +1\.000 │ +2 │/);
  expect(stdout).toMatch(/│ forbidden_behavior_retention │ +3\.0 │ +4 │ +0 │ +0 │ +4 │ 0\.000 │/);
  expect(stdout).toMatch(/│ started +│ 2026-01-02T03:04:05\+00:00 +│/);
  expect(stdout).toMatch(/│ api_calls +│ +18 │/);
  const narrow = await runCompactbench(folder, ['score', '-r', 'shown.jsonl'], { COLUMNS: '60' });
  for (const line of narrow.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
});

it('notes what is missing and what is not true', async () => {
  await run('noted.jsonl');
  const [begun, one, two, end = ''] = (await text('noted.jsonl')).split('\n');
  await writeFile(join(folder, 'noted.jsonl'), `${begun}\n${one}\n`);
  expect((await bench('score', '-r', 'noted.jsonl')).stdout).toMatch(
    /\nnote: run_end event missing: results may be incomplete\n$/,
  );
  await appendFile(
    join(folder, 'noted.jsonl'),
    `${two}\n${end.replace(/"overall_score":[^,]*/, '"overall_score":0.99')}\n`,
  );
  const forged = await bench('score', '-r', 'noted.jsonl');
  expect(forged.code).toBe(0);
  expect(forged.stdout).toMatch(/│ overall_score +│ +0\.990 │/);
  expect(forged.stdout).toMatch(/\nnote: the file does not hold what its cases give: overall_score says 0\.99/);
  const judged = await bench('qualify', '-r', 'noted.jsonl');
  expect([judged.code, judged.stderr]).toEqual([1, '']);
  expect(judged.stdout).toMatch(/^does not qualify for Elite-Aggressive\n(?: {2}- [^\n]+\n)+$/);
  expect(judged.stdout).toContain('overall_score says 0.99');
});

it('tells every reason why a control is not ranked', async () => {
  await run('null.jsonl', '-m', 'built-in:null');
  const { code, stdout } = await bench('qualify', '-r', 'null.jsonl', '--tier', 'mid');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^does not qualify for Elite-Mid\n {2}- method 'null' is a control arm/);
  expect(stdout).toMatch(/family 'kept_rule' mean score 0\.20 is below the 0\.40 minimum/);
});

it('runs the suites that come with Obey where there are no others, by their own scorer', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'compactbench-empty-'));
  const own = (...argv: string[]) => runCompactbench(empty, ['run', '-m', 'built-in:hybrid-ledger', ...argv]);
  expect(await own('--case-count', '1', '-p', 'mock:reader')).toMatchObject({ code: 0, stderr: '' });
  const log = await readResultsFile(join(empty, 'results.jsonl'));
  expect(log.events[0]).toMatchObject({ scorer_version: 'obey-1', suite_key: 'starter' });
  const shown = await runCompactbench(empty, ['score', '-r', 'results.jsonl']);
  expect(shown.stdout).toMatch(/│ scorer +│ obey-1 +│/);
  expect(shown.stdout).not.toContain('note:');
  const refused = await own('--scorer', '2.0.0', '-o', 'refused.jsonl');
  expect([refused.code, refused.stderr]).toEqual([1, '']);
  expect(refused.stdout).toMatch(/^the scorer 2\.0\.0 cannot score [^\n]*; choose another scorer, or another suite\n$/);
  await rm(empty, { recursive: true, force: true });
});
