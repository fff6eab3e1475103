import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandOutcome, runCommand } from '../../testing/run-command.js';

const numRuns = process.env.OBEY_FULL === '1' ? 250 : 5;
const folder = 'submissions/iris/mine';
let directory: string;
let results: string;
let config: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-fuzz-'));
  const run = [
    'run',
    '--method',
    'built-in:truncate-last-n',
    '--provider',
    'mock:reader',
    '--level',
    'easy',
    '--no-controls',
  ];
  await compact(...run, '--case-count', '1', '--drift-cycles', '1', '--out', 'results.jsonl');
  results = await readFile(join(directory, 'results.jsonl'), 'utf8');
  const { code } = await compact('submit', 'results.jsonl', '--handle', 'iris', '--name', 'mine');
  expect(code).toBe(0);
  config = await readFile(join(directory, folder, 'config.yaml'), 'utf8');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const compact = (...argv: string[]) => runCommand(directory, 'compact', ...argv);

/** Ended well, or said in one line why not; nothing that a terminal would obey, nothing of where in the code it came from. */
function expectClear({ code, stderr, stdout }: CommandOutcome): void {
  expect([0, 1]).toContain(code);
  for (const line of stderr.split('\n').slice(0, -1)) expect(line).toMatch(/^obey: (?!unexpected error)\S.{0,2500}$/);
  if (code === 1) expect(stderr.split('\n')).toHaveLength(2);
  expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .*:\d+:\d+/m);
}

/** A text with some of its pieces taken out, doubled or replaced. */
const spoilt = (puts: readonly string[]) =>
  fc
    .array(
      fc.tuple(fc.nat(), fc.nat(30), fc.oneof(fc.constantFrom(...puts), fc.string({ unit: 'binary', maxLength: 4 }))),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((edits) => (text: string) => {
      let made = text;
      for (const [at, length, put] of edits) {
        const start = at % (made.length + 1);
        made = made.slice(0, start) + put + made.slice(start + length);
      }
      return made;
    });

/** A results file with one number, name or member of it changed, so that most still can be read. */
const changed = fc
  .tuple(
    fc.nat(),
    fc.constantFrom('0', '1', '-1', '1e308', '99999999999999999999', '"x"', 'null', '[]', '{}', '"\\u001b[2J"', 'true'),
  )
  .map(([place, value]) => (text: string) => {
    const members = [...text.matchAll(/"\w+":("(?:[^"\\]|\\.)*"|-?[\d.e+-]+|null)/g)];
    const member = members[place % members.length];
    const old = member?.[1] ?? '';
    const at = (member?.index ?? 0) + (member?.[0].length ?? 0) - old.length;
    return text.slice(0, at) + value + text.slice(at + old.length);
  });

it('takes any results file, or says in one line what is wrong with it', async () => {
  const puts = ['"', '{', '}', '\n', '\u001b[31m', '\ud800', '1e999', '{"event":"run_start"}\n', ',', '\u0000'];
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, spoilt(puts)), async (spoil) => {
      await writeFile(join(directory, 'spoilt.jsonl'), spoil(results));
      await writeFile(join(directory, folder, 'results.jsonl'), spoil(results));
      expectClear(await compact('qualify', 'spoilt.jsonl'));
      expectClear(await compact('submit', 'spoilt.jsonl', '--handle', 'iris', '--name', 'spoilt', '--replace'));
      await rm(join(directory, 'submissions/iris/spoilt'), { recursive: true, force: true });
      expectClear(await compact('validate-submission', folder));
      expectClear(await compact('leaderboard', 'submissions'));
    }),
    { numRuns },
  );
  await writeFile(join(directory, folder, 'results.jsonl'), results);
});

it('takes any configuration, or says in one line what is wrong with it', async () => {
  const puts = [
    '&a',
    '*a',
    '!!binary',
    '!x',
    '<<:',
    '? [',
    '\t',
    '- ',
    ': ',
    '{',
    '"',
    '\u001b[2J',
    '\ud800',
    '|\n',
    '---\n',
    '%YAML 9\n',
  ];
  await fc.assert(
    fc.asyncProperty(spoilt([...puts, '['.repeat(9000), 'a: '.repeat(500)]), async (spoil) => {
      await writeFile(join(directory, folder, 'config.yaml'), spoil(config));
      expectClear(await compact('validate-submission', folder));
      expectClear(await compact('leaderboard', 'submissions'));
    }),
    { numRuns: 2 * numRuns },
  );
});

it('takes whatever lies where a file should be', async () => {
  for (const file of ['config.yaml', 'results.jsonl', 'README.md']) {
    await rm(join(directory, folder, file), { recursive: true, force: true });
    await mkdir(join(directory, folder, file));
    expectClear(await compact('validate-submission', folder));
    expectClear(await compact('leaderboard', 'submissions'));
  }
  for (const verb of ['qualify', 'submit'] as const) {
    const more = verb === 'submit' ? ['--handle', 'iris', '--name', 'n'] : [];
    for (const file of ['.', 'none.jsonl', '/dev/null']) expectClear(await compact(verb, file, ...more));
  }
  await writeFile(join(directory, 'a-file'), '');
  expectClear(await compact('leaderboard', 'a-file'));
  expectClear(await compact('leaderboard', 'submissions', '--out', 'a-file/x.json'));
  expectClear(await compact('validate-submission', 'a-file'));
  expectClear(await compact('submit', 'results.jsonl', '--handle', 'iris', '--name', 'n', '--out', 'a-file'));
});
