import { statSync } from 'node:fs';
import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMersenneTwister } from '../generate/mersenne-twister.js';
import { finalScorecard } from '../obey/score/card/final-scorecard.js';
import { obey1Profile } from '../obey/score/obey1-profile.js';
import { parseResults } from '../results/parse-results.js';
import { requireHonest } from '../results/recompute.js';
import type { CaseComplete } from '../results/results-event.js';
import { aggregateOf, caseEvents, lastEnd, requireStart } from '../results/run-result.js';
import { regenerator } from './regenerate.js';
import { bundledSuites, suiteFolder } from './suite-folders.js';
import { type ChildProgram, type ChildRun, childProgram, type StartedRun } from './testing/child-program.js';

const full = process.env.OBEY_FULL === '1';
/** Runs, and how often each is killed before it may finish. */
const [chains, kills] = full ? [5, 4] : [1, 2];
const plan = { suite: suiteFolder(bundledSuites(), 'starter'), level: 'easy', caseCount: full ? 10 : 2 } as const;
const piece = 512;
const random = createMersenneTwister(2026n);

let folder: string;
let program: ChildProgram;
let unbroken: { readonly size: number; readonly first: number; readonly outcome: Outcome };

interface Outcome {
  readonly cases: readonly CaseComplete[];
  readonly aggregate: unknown;
  readonly scorecard: unknown;
}

/** Everything that a file says, but for what is measured with a clock, in an order of its own. */
async function outcomeOf(path: string): Promise<Outcome> {
  const text = await readFile(path, 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  const log = parseResults(text, path);
  const cases = caseEvents(log).map((event) => ({
    ...event,
    case_result: {
      ...event.case_result,
      cycles: event.case_result.cycles.map((cycle) => ({ ...cycle, latency_ms: null })),
    },
  }));
  const ids = cases.map(({ case_result }) => case_result.case_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(log.events.filter(({ event }) => event === 'run_start')).toHaveLength(1);
  const { cases: recomputed } = requireHonest(log, {
    profile: obey1Profile,
    regenerate: regenerator(log, bundledSuites()),
  });
  const end = lastEnd(log);
  return {
    cases: cases.sort((a, b) => (a.case_result.case_id < b.case_result.case_id ? -1 : 1)),
    aggregate: end === undefined ? undefined : { ...aggregateOf(end), usage: end.token_usage, notes: end.notes },
    scorecard: finalScorecard({ cases: recomputed, resamples: 100 }),
  };
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? -1;
const runOf = (path: string, change: Partial<ChildRun> = {}): ChildRun => ({
  ...plan,
  output: path,
  existing: 'resume',
  ...change,
});

/** Kills a run as soon as its file has so many bytes; false where it had ended before. */
async function killAt({ child, ended }: StartedRun, path: string, bytes: number): Promise<boolean> {
  while (sizeOf(path) < bytes && child.exitCode === null) await sleep(1);
  child.kill('SIGKILL');
  const { code, said } = await ended;
  expect(said).toBe('');
  return code === 'SIGKILL';
}

/** As a power cut would: of the last line that was written, nobody knows how much the disk kept. */
async function tearLastLine(path: string): Promise<void> {
  const bytes = await readFile(path);
  const begin = bytes.subarray(0, -1).lastIndexOf(0x0a) + 1;
  await truncate(path, random.integer(begin, bytes.length));
}

async function finishAndCompare(path: string): Promise<void> {
  expect(await program.start(runOf(path)).ended).toEqual({ code: 0, said: '' });
  expect(await outcomeOf(path)).toEqual(unbroken.outcome);
}

describe('a run that is killed', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'obey-killed-'));
    program = await childProgram();
    const path = join(folder, 'unbroken.jsonl');
    expect(await program.start(runOf(path, { existing: 'refuse' })).ended).toEqual({ code: 0, said: '' });
    const text = await readFile(path);
    unbroken = { size: text.length, first: text.indexOf(0x0a) + 1, outcome: await outcomeOf(path) };
    expect(unbroken.outcome.cases).toHaveLength(4 * plan.caseCount);
  });
  afterAll(async () => {
    await program.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(Array.from({ length: chains }, (_, index) => index))(
    'at random moments, again and again, resumes to what an unbroken run gives (%d)',
    async (chain) => {
      const path = join(folder, `killed-${chain}.jsonl`);
      let killed = 0;
      let torn = 0;
      while (killed < kills) {
        const size = Math.max(0, sizeOf(path));
        // Somewhere in what is still to be written, so that there is something left for the kills to come.
        const target = size + random.integer(1, Math.ceil((unbroken.size - size) / (kills - killed + 1)));
        const started = program.start(runOf(path, { piece, existing: sizeOf(path) < 0 ? 'refuse' : 'resume' }));
        expect(await killAt(started, path, target)).toBe(true);
        killed += 1;
        if (killed % 2 === 0) await tearLastLine(path);
        if (!(await readFile(path)).toString('latin1').endsWith('\n')) torn += 1;
      }
      expect(torn).toBeGreaterThan(0);
      await finishAndCompare(path);
      expect(requireStart(parseResults(await readFile(path, 'utf8'), path)).run_id).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('while its first line is written begins anew', async () => {
    const path = join(folder, 'first.jsonl');
    expect(await killAt(program.start(runOf(path, { piece: 1, existing: 'refuse' })), path, 1)).toBe(true);
    await truncate(path, Math.min(sizeOf(path), random.integer(1, unbroken.first - 1)));
    await finishAndCompare(path);
  });

  it('before its first byte begins anew', async () => {
    const path = join(folder, 'none.jsonl');
    expect(await killAt(program.start(runOf(path, { existing: 'refuse' })), path, 0)).toBe(true);
    await truncate(path, 0);
    await finishAndCompare(path);
  });

  it('behind its end plays nothing again', async () => {
    const path = join(folder, 'ended.jsonl');
    expect((await program.start(runOf(path)).ended).code).toBe(0);
    const size = sizeOf(path);
    await finishAndCompare(path);
    // One more end, and no case.
    expect(sizeOf(path) - size).toBeLessThan(1_000);
  });
});
