import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ComparableResult, comparable, readRunResults, resultKey } from '@obey/bench';
import { createRandom } from '@obey/prepare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/obey.js', import.meta.url));
const built = existsSync(fileURLToPath(new URL('../dist/index.js', import.meta.url)));
const full = process.env.OBEY_FULL === '1';

/** Kills at random moments, and kills at the moment of an append. */
const rounds = full ? { anywhere: 15, appending: 5 } : { anywhere: 2, appending: 1 };
const plan = ['smoke', '--candidate', 'reference,reference:skip', '--seed', '11', '--concurrency', '2'];
const trials = 10;
const random = createRandom(11, 'bench-resume');

let parent: string;
let unbroken: readonly ComparableResult[];

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  /** What it wrote to standard error so far. */
  readonly said: () => string;
}

function obey(...argv: string[]): Running {
  const child = spawn(process.execPath, [bin, ...argv], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve(code))), said: () => said };
}

const resultsOf = (folder: string): string => join(folder, 'results.jsonl');

async function outcome(folder: string): Promise<readonly ComparableResult[]> {
  const { results } = await readRunResults(folder);
  return [...results].sort((a, b) => (resultKey(a) < resultKey(b) ? -1 : 1)).map(comparable);
}

/** Resolves when a line was written since, or the process ended. */
async function nextAppend(folder: string, ended: Promise<unknown>): Promise<void> {
  const watcher = watch(folder);
  const appended = new Promise<void>((resolve) => {
    watcher.on('change', (_event, name) => name === 'results.jsonl' && resolve());
  });
  await Promise.race([appended, ended]);
  watcher.close();
}

async function startBench(folder: string): Promise<Running> {
  const run = obey('bench', ...plan, '--out', folder);
  while (!existsSync(resultsOf(folder)) && run.child.exitCode === null) await sleep(5);
  return run;
}

describe.skipIf(!built)('a benchmark that is killed (needs the built command)', () => {
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'obey-resume-'));
    const folder = join(parent, 'unbroken');
    expect(await obey('bench', ...plan, '--out', folder).ended).toBe(0);
    unbroken = await outcome(folder);
    expect(unbroken).toHaveLength(trials);
  });

  afterAll(() => rm(parent, { recursive: true, force: true }));

  async function resumeAndCompare(folder: string): Promise<void> {
    expect(await obey('bench', '--resume', folder).ended).toBe(0);
    expect(await outcome(folder)).toEqual(unbroken);
    // Nothing twice: as many lines as trials, each with a key of its own.
    const lines = (await readFile(resultsOf(folder), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(trials);
  }

  it.each(Array.from({ length: rounds.anywhere }, (_, index) => [index]))(
    'gives the same results when it is resumed (random moment %i)',
    async (index) => {
      const folder = join(parent, `anywhere-${index}`);
      const { child, ended } = await startBench(folder);
      await sleep(random.integer(0, 2500));
      child.kill('SIGKILL');
      await ended;
      await resumeAndCompare(folder);
    },
  );

  it.each(Array.from({ length: rounds.appending }, (_, index) => [index]))(
    'gives the same results when it is resumed (killed in append %i, its line torn)',
    async (index) => {
      const folder = join(parent, `appending-${index}`);
      const { child, ended } = await startBench(folder);
      for (let line = 0; line <= index % 4; line++) await nextAppend(folder, ended);
      child.kill('SIGKILL');
      await ended;
      // What a power cut leaves of a line that was written and not yet on the disk.
      const bytes = await readFile(resultsOf(folder));
      const lastLine = bytes.subarray(0, -1).lastIndexOf(0x0a) + 1;
      await truncate(resultsOf(folder), random.integer(lastLine, Math.max(lastLine, bytes.length - 1)));
      await resumeAndCompare(folder);
    },
  );

  it('ends within seconds on Ctrl-C, says how to go on in one line, and leaves nothing half done', async () => {
    const folder = join(parent, 'interrupted');
    const { child, ended, said } = await startBench(folder);
    await nextAppend(folder, ended);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    const lines = said().trimEnd().split('\n');
    expect(lines.at(-1)).toBe(
      `obey: interrupted after ${lines.length - 1} of ${trials} trials; continue with obey bench --resume ${folder}`,
    );
    const left = await readdir(folder, { recursive: true });
    expect(left.filter((path) => path.endsWith('.partial') || path.endsWith('.lock'))).toEqual([]);
    await resumeAndCompare(folder);
  });
});
