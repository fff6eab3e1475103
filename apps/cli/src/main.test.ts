import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { runCommand } from './testing/run-command.js';
import { readVersion } from './version.js';

const obey = (...argv: string[]) => runCommand(tmpdir(), ...argv);

it('prints its version and its help', async () => {
  expect(await obey('--version')).toEqual({ code: 0, stdout: `${readVersion()}\n`, stderr: '' });
  const help = await obey('--help');
  expect(help.code).toBe(0);
  for (const verb of ['catalog', 'prepare', 'run', 'judge', 'report', 'bench', 'trace', 'doctor']) {
    expect(help.stdout).toContain(`  ${verb}`);
  }
});

it.each([
  [['fly'], "unknown command 'fly'"],
  [['run'], "missing required argument 'task'"],
  [['run', 'smoke-sequence', '--seeed', '1'], "unknown option '--seeed' (Did you mean --seed?)"],
  [['run', 'smoke-sequence', '--seed', '-1'], 'expected a whole number from 0'],
  [['run', 'smoke-sequence', '--pace', '0'], 'expected a number above 0'],
  [['run', 'smoke-sequence', '--candidate', 'no such:thing:here'], 'is not harness[:deviation][=model][@environment]'],
  [['run', 'smoke-sequence', '--level', 'huge'], 'level `huge` is not one of easy, medium, hard, elite'],
  [['bench'], 'bench needs a suite'],
])('says in one line what is wrong with %j, and exits 2', async (argv, message) => {
  const { code, stdout, stderr } = await obey(...argv);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/^obey: [^\n]+\n$/);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

it.each([
  [['run', 'no-such-task'], 'no-such-task'],
  [['report', 'no-such-run'], 'no-such-run'],
  [['bench', 'leaderboard', 'no-such-run'], 'no-such-run'],
  [['bench', '--resume', 'no-such-run'], 'no-such-run'],
])('says in one line why %j failed, and exits 1', async (argv, message) => {
  const { code, stdout, stderr } = await obey(...argv);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/^obey: [^\n]+\n$/);
  expect(stdout).toBe('');
  expect(code).toBe(1);
});
