import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../../testing/run-command.js';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-estimate-verb-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const compact = (...argv: string[]) => runCommand(directory, 'compact', ...argv);
const small = ['--level', 'easy', '--case-count', '1', '--drift-cycles', '1', '--no-controls'];

it('tells the calls that a run then makes, and writes nothing', async () => {
  const asked = ['--method', 'built-in:hierarchical-summary', ...small];
  const { code, stdout, stderr } = await compact('estimate', ...asked, '--json');
  expect([code, stderr, await readdir(directory)]).toEqual([0, '', []]);
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({ cases: 4, calls_known: true, doubt: null, cost_usd: 0, prices_of: '2026-04-18' });
  await compact('run', ...asked, '--out', 'results.jsonl');
  const end = (await readFile(join(directory, 'results.jsonl'), 'utf8')).trimEnd().split('\n').at(-1) ?? '';
  expect(JSON.parse(end)).toMatchObject({ event: 'run_end', token_usage: { call_count: told.calls.total } });
});

it('says what a run would cost at the prices of a day, or that none is known', async () => {
  const asked = ['estimate', '--method', 'built-in:hybrid-ledger', ...small, '--provider', 'groq', '--model'];
  const known = await compact(...asked, 'llama-3.3-70b-versatile');
  expect(known.stdout).toMatch(/^cases {10}4 in 8 cycles\ncalls {10}[\d,]+: 16 to compact, 0 to go on, /);
  expect(known.stdout).toMatch(/\ncost {11}~\$\d+\.\d\d at prices of 2026-04-18\nfree tier {6}within the 100,000/);
  const unknown = await compact(...asked, 'new\u001b[2J');
  expect(unknown.stdout).toMatch(/\ncost {11}unknown: no price of groq\/new\P{Cc}*\n$/u);
});

it.each([
  [['--method', 'built-in:hybrid-ledge'], 1, /is `built-in:hybrid-ledger` meant/],
  [['--method', 'built-in:null', '--suite', 'startr'], 1, /is `starter` meant/],
  [['--method', 'built-in:null', '--suite', '../suites/starter'], 1, /there is no suite/],
  [['--method', './none.ts:None'], 1, /there is no such file/],
  [['--method', 'built-in:null', '--level', 'elite'], 1, /elite/],
  [['--method', 'built-in:null', '--provider', 'groq'], 2, /groq needs --model/],
  [['--method', 'built-in:null', '--drift-cycles', '6'], 2, /0 to 5/],
  [[], 2, /--method/],
])('refuses %j in one line', async (argv, exit, message) => {
  const { code, stdout, stderr } = await compact('estimate', ...argv);
  expect([code, stdout]).toEqual([exit, '']);
  expect(stderr).toMatch(message);
  expect(stderr).toMatch(/^obey: [^\n]+\n$/);
});
