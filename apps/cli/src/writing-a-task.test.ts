import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from './testing/run-command.js';

const page = await readFile(new URL('../../../docs/writing-a-task.md', import.meta.url), 'utf8');
const full = process.env.OBEY_FULL === '1';

/** Each command of the page, and the output that stands below it. */
const shown = [...page.matchAll(/^```sh\nnpx obey (.*)\n```\n\n```text\n([\s\S]*?)^```$/gm)].map(
  ([, command = '', output = '']) => ({ command, output }),
);

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'obey-page-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Words as a shell takes them apart, as far as the page needs. */
const words = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** An ellipsis stands for any text. */
const pattern = (output: string): RegExp =>
  new RegExp(
    `^${output
      .trimEnd()
      .split('…')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\S]*')}$`,
  );

it('shows commands with their output', () => {
  expect(shown.map(({ command }) => words(command).slice(0, 2).join(' '))).toEqual([
    'catalog new',
    'run ./night-shift',
    'run ./night-shift',
    'catalog validate',
    'catalog list',
  ]);
  // Nothing is shown that is not run.
  expect(page.match(/^```sh$/gm)).toHaveLength(shown.length);
});

it.each(shown)('npx obey $command', async ({ command, output }) => {
  const { code, stdout, stderr } = await runCommand(directory, ...words(command));
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.trimEnd()).toMatch(pattern(output));
});

it.skipIf(!full)(
  'is valid in every way without a change (needs OBEY_FULL=1: runs every level and deviation)',
  async () => {
    const { code, stdout } = await runCommand(directory, 'catalog', 'validate', './night-shift', '--seeds', '10');
    expect([code, stdout]).toEqual([0, 'night-shift: valid\n']);
  },
  600_000,
);

it('lists every kind as it is', async () => {
  const { taskKinds } = await import('@obey/catalog');
  for (const [kind, says] of Object.entries(taskKinds)) expect(page).toContain(`| \`${kind}\` | ${says} |\n`);
});
