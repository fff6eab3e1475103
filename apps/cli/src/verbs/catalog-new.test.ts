import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Prompts } from '../prompts.js';
import { runAnswering, runCommand } from '../testing/run-command.js';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-new-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const obey = (...argv: string[]) => runCommand(directory, ...argv);

it('makes a task by flags, which runs and is scored as it is', async () => {
  const made = await obey('catalog', 'new', './night-shift', '--kind', 'loop', '--title', 'Night: "shift"');
  expect(made.stderr).toBe('');
  expect(made.stdout).toContain('night-shift: a task of the kind loop\n  ./night-shift/README.md\n');
  expect(made.stdout).toContain('obey catalog validate ./night-shift');
  const manifest = await readFile(join(directory, 'night-shift', 'task.yaml'), 'utf8');
  expect(manifest).toMatch(/^id: night-shift$/m);
  expect(manifest).toMatch(/^title: "Night: \\"shift\\""$/m);
  expect(await readFile(join(directory, 'night-shift', 'README.md'), 'utf8')).toMatch(/^# Night: "shift"\n/);
  const run = await obey('run', './night-shift', '--json');
  expect(JSON.parse(run.stdout)).toMatchObject({ task: 'night-shift', score: 100, strict: true });
});

it('asks the person at the terminal for what was not said', async () => {
  const asked: string[] = [];
  const prompts: Prompts = {
    async select(message, options) {
      asked.push(message);
      expect(options.map(({ value }) => value)).toEqual([
        'sequential',
        'map-reduce',
        'loop',
        'recursive',
        'conditional',
        'adversarial',
      ]);
      return 'conditional';
    },
    async text(message, options) {
      asked.push(message);
      if (!message.startsWith('Its id')) return '';
      expect(options?.initial).toBe('my-conditional');
      expect(options?.problem?.('Not So')).toContain('`not-so` would do');
      expect(options?.problem?.('so')).toBeUndefined();
      return 'asked-for';
    },
    confirm: async () => true,
  };
  const made = await runAnswering({ prompts }, directory, 'catalog', 'new', '--json');
  expect(JSON.parse(made.stdout)).toMatchObject({
    id: 'asked-for',
    kind: 'conditional',
    folder: join(directory, 'asked-for'),
    files: ['README.md', 'check.ts', 'prepare.ts', 'prompt.md', 'solve.ts', 'task.yaml'],
  });
  expect(asked).toHaveLength(3);
});

it('writes nothing when the questions are broken off', async () => {
  const breakOff = () => Promise.reject(new ObeyError('interrupted', 'nothing was written'));
  const prompts: Prompts = { select: breakOff, text: breakOff, confirm: breakOff };
  const before = await readdir(directory);
  const { code, stderr } = await runAnswering({ prompts }, directory, 'catalog', 'new');
  expect([code, stderr]).toEqual([1, 'obey: nothing was written\n']);
  expect(await readdir(directory)).toEqual(before);
});

it.each([
  [['--kind', 'sequental', 'x'], 'there is no kind `sequental`; did you mean `sequential`?'],
  [
    ['--kind', 'loop', '--id', 'My Task'],
    '`My Task` is no id: small letters, digits and single hyphens, a letter first; `my-task` would do',
  ],
  [['--kind', 'loop'], 'a new task needs a folder or an id'],
  [['x'], 'a new task needs a kind; --kind sequential | map-reduce'],
])('refuses %j in one line, as wrong use', async (argv, message) => {
  const { code, stdout, stderr } = await obey('catalog', 'new', ...argv);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/^obey: [^\n]+\n$/);
});

it('never overwrites, and leaves nothing half made', async () => {
  await mkdir(join(directory, 'taken'));
  await writeFile(join(directory, 'taken', 'mine.txt'), 'mine');
  await writeFile(join(directory, 'file'), 'mine');
  for (const name of ['taken', 'file', 'file/below']) {
    const { code, stderr } = await obey('catalog', 'new', `./${name}`, '--kind', 'sequential');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^obey: [^\n]+\n$/);
  }
  expect(await readdir(join(directory, 'taken'))).toEqual(['mine.txt']);
  expect(await readFile(join(directory, 'file'), 'utf8')).toBe('mine');
  expect((await readdir(directory)).filter((name) => name.endsWith('.part'))).toEqual([]);
  // An empty folder is nobody's.
  await mkdir(join(directory, 'empty'));
  expect((await obey('catalog', 'new', './empty', '--kind', 'sequential')).code).toBe(0);
});

it('explains a task as prose and as a diagram', async () => {
  const both = await obey('catalog', 'explain', 'smoke-if');
  expect(both.stdout).toMatch(/^Text in braces[\s\S]+\n```mermaid\nflowchart TD\n[\s\S]+```\n$/);
  const { prose, diagram } = JSON.parse((await obey('catalog', 'explain', 'smoke-if', '--json')).stdout);
  expect((await obey('catalog', 'explain', 'smoke-if', '--prose')).stdout).toBe(prose);
  expect((await obey('catalog', 'explain', 'smoke-if', '--diagram')).stdout).toBe(diagram);
});

it('lists by a condition, as a table and as JSON, and shows what is computed', async () => {
  const where = ['catalog', 'list', '--where', 'suite:smoke and has:try'];
  expect((await obey(...where)).stdout).toBe('smoke-try  Bookings at a busy desk\n');
  const [head = '', row = ''] = (await obey(...where, '--table')).stdout.split('\n');
  expect(head).toMatch(/^task +domain +complexity +steps +minutes +licence +constructs +skills$/);
  expect(row).toMatch(/^smoke-try +support +\d +3 +5 +CC0-1.0 +forEach try proof +http json$/);
  expect(row.indexOf('support')).toBe(head.indexOf('domain'));
  const shown = JSON.parse((await obey('catalog', 'show', 'smoke-try', '--json')).stdout);
  expect(shown).toMatchObject({ constructs: ['forEach', 'try', 'proof'], complexity: 3 });
  expect(shown.units.elite).toBeGreaterThan(shown.units.easy);
  expect((await obey('catalog', 'show', 'smoke-try')).stdout).toMatch(
    /\nunits +easy \d+, medium \d+, hard \d+, elite \d+/,
  );
});

it('validates without running, and quickly with it, and says what to mend', async () => {
  await obey('catalog', 'new', './broken', '--kind', 'sequential');
  const prompt = join(directory, 'broken', 'prompt.md');
  await writeFile(prompt, (await readFile(prompt, 'utf8')).replaceAll('actions.json', 'the list'));
  const { code, stdout, stderr } = await obey('catalog', 'validate', './broken', '--static', '--seed', '5');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^broken: not valid\n {2}error: .*task\.yaml:\d+:\d+: .*the prompt does not say the path `actions.json`/,
  );
  expect(stderr).toContain('not valid: broken; --seed 5 draws the same instances again');
  await obey('catalog', 'new', './sound', '--kind', 'sequential');
  const sound = await obey('catalog', 'validate', './sound', '--quick', '--json', '--seeds', '1');
  expect(JSON.parse(sound.stdout)).toMatchObject({ seeds: 1, tasks: [{ task: 'sound', valid: true, issues: [] }] });
});
