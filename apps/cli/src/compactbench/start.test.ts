import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOutSuites } from './testing/lay-out-suites.js';

const bin = fileURLToPath(new URL('../../bin/compactbench.js', import.meta.url));
const built = existsSync(fileURLToPath(new URL('../../dist/compactbench.js', import.meta.url)));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compactbench-start-'));
  await layOutSuites(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (...argv: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, [bin, ...argv], { cwd: folder }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });

describe.skipIf(!built)('the command as a process (skipped where it is not built)', () => {
  it.each([
    [['--version'], 0, /^compactbench \d+\.\d+\.\d+\n$/, /^$/],
    [[], 2, /^Usage: compactbench/, /^$/],
    [['run'], 2, /^$/, /^compactbench: missing option --method/],
    [['run', '-m', 'built-in:what'], 1, /^there is no built-in method `what`/, /^$/],
    [['run', '-m', 'built-in:hybrid-ledger', '--case-count', '1'], 0, /^wrote results\.jsonl\n/, /^$/],
    [['score', '-r', 'results.jsonl'], 0, / Token usage /, /^$/],
    [['suites', 'list'], 0, /│ starter /, /^$/],
  ])('%j ends with %d', async (argv, code, stdout, stderr) => {
    const outcome = await start(...argv);
    expect(outcome.stderr).toMatch(stderr);
    expect(outcome.stdout).toMatch(stdout);
    expect(outcome.code).toBe(code);
  });
});
