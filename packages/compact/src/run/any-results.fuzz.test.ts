import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finalScorecard } from '../obey/score/card/final-scorecard.js';
import { obey1Profile } from '../obey/score/obey1-profile.js';
import type { ResultsLog } from '../results/parse-results.js';
import { recompute } from '../results/recompute.js';
import type { CaseComplete } from '../results/results-event.js';
import { readResultsFile } from '../results/results-file.js';
import { caseEvents, distinctCases, toRunResult } from '../results/run-result.js';
import { editBytes, mutate } from '../testing/spoil.js';
import { regenerator } from './regenerate.js';
import { runCompaction } from './run-compaction.js';
import { bundledSuites } from './suite-folders.js';
import { compactionRun } from './testing/compaction-run.js';

const full = process.env.OBEY_FULL === '1';
const runs = full ? 250 : 12;

let folder: string;
let path: string;
/** A run without its end, so that there is something to go on with. */
let whole: Buffer;
let ids: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obey-results-'));
  path = join(folder, 'r.jsonl');
  await runCompaction(await runOf('refuse'));
  whole = readFileSync(path);
  ids = caseEvents(await readResultsFile(path)).map(({ case_result }) => case_result.case_id);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const runOf = (existing: 'refuse' | 'resume') =>
  compactionRun({ output: path, existing, method: 'built-in:truncate-last-n', settings: { driftCycles: 1 } });

/** What the work gives, or undefined where it refuses the file in one line. */
async function refused<Value>(work: () => Value | Promise<Value>): Promise<Awaited<Value> | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!ObeyError.isInstance(error)) throw error;
    expect(['run-invalid', 'conflict', 'template-invalid']).toContain(error.code);
    expect(error.line).toMatch(error.code === 'template-invalid' ? /^[^\n]+$/ : /^[^\n]+; [^\n]+$/);
    expect(error.line.length).toBeLessThan(2_500);
    return undefined;
  }
}

/** Everything that may be done to a file, however spoilt: each part works, or refuses it in one line. */
async function expectReadOrRefused(bytes: Buffer): Promise<void> {
  writeFileSync(path, bytes);
  const log = await refused(() => readResultsFile(path));
  if (log !== undefined) await expectScored(log);
  const resumed = await refused(async () => runCompaction(await runOf('resume')));
  if (resumed === undefined) {
    // Whoever is refused loses nothing: at most a line without an end is gone.
    const left = readFileSync(path);
    expect(bytes.subarray(0, left.length).equals(left)).toBe(true);
    if (log !== undefined) expect(caseEvents(await readResultsFile(path))).toEqual(caseEvents(log));
    return;
  }
  const after = await readResultsFile(path);
  const kept = byId(after);
  expect(after.torn).toBe(false);
  for (const [id, event] of log === undefined ? [] : byId(log)) expect(kept.get(id)).toEqual(event);
  for (const id of ids) expect(kept.has(id)).toBe(true);
  expect(resumed.cases.length).toBe(ids.length);
}

const byId = (log: ResultsLog): Map<string, CaseComplete> =>
  new Map(
    distinctCases(caseEvents(log).map((event) => ({ case_id: event.case_result.case_id, event }))).map(
      ({ case_id, event }) => [case_id, event],
    ),
  );

async function expectScored(log: ResultsLog): Promise<void> {
  await refused(() => toRunResult(log));
  const scored = await refused(() =>
    recompute(log, { profile: obey1Profile, regenerate: regenerator(log, bundledSuites()) }),
  );
  if (scored === undefined) return;
  const card = finalScorecard({ cases: scored.cases, resamples: 5 });
  for (const number of [
    card.overall_score,
    card.drift_resistance,
    card.constraint_retention,
    card.contradiction_rate,
  ]) {
    expect(number).toBeGreaterThanOrEqual(0);
    expect(number).toBeLessThanOrEqual(1);
  }
}

describe('a results file with anything wrong', () => {
  it('in its bytes is read and gone on with, or refused in one line', async () => {
    const put = fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.constantFrom(
        ...['"', '{', '\n', '1e999', 'null', '\\ud800', ',', '\r\n', '\ufeff'].map((text) => Buffer.from(text)),
      ),
    );
    const edit = fc.tuple(fc.nat(), fc.nat(12), put);
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        fc.option(fc.nat(), { freq: 3 }),
        async (edits, cut) => {
          const bytes = editBytes(whole, edits);
          await expectReadOrRefused(cut === null ? bytes : bytes.subarray(0, cut % bytes.length));
        },
      ),
      { numRuns: runs },
    );
  });

  it('cut at any byte loses no whole line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (cut) => {
        const bytes = whole.subarray(0, cut % whole.length);
        await expectReadOrRefused(bytes);
        expect(readFileSync(path).subarray(0, bytes.lastIndexOf(0x0a) + 1)).toEqual(
          bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1),
        );
      }),
      { numRuns: runs },
    );
  });

  it('in its structure is read and gone on with, or refused in one line', async () => {
    const junk: fc.Arbitrary<unknown> = fc.oneof(
      fc.constantFrom<unknown>(
        ...[
          null,
          true,
          '',
          '__proto__',
          -1,
          0,
          1,
          2,
          0.5,
          1e300,
          [],
          {},
          'x'.repeat(5_000),
          '\ud800',
          'obey-1',
          '1.0.0',
          'elite',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.jsonValue({ maxDepth: 1 }),
    );
    const mutation = fc.tuple(fc.nat(), fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }), fc.nat(3), junk);
    // Lines left out, repeated or in another order.
    const order = fc.option(fc.array(fc.nat(5), { maxLength: 8 }), { freq: 3 });
    const lines = whole.toString('utf8').trimEnd().split('\n');
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), order, async (mutations, places) => {
        const changed = [...lines];
        for (const [which, steps, how, put] of mutations) {
          const at = which % changed.length;
          // Seeds are beyond what JSON.parse keeps.
          const line = (changed[at] ?? '').replace(/"seed":(\d+)/g, '"seed":"$1"');
          changed[at] = (JSON.stringify(mutate(JSON.parse(line), steps, how, put)) ?? 'null').replace(
            /"seed":"(\d+)"/g,
            '"seed":$1',
          );
        }
        const chosen = places === null ? changed : places.map((place) => changed[place] ?? '');
        await expectReadOrRefused(Buffer.from(`${chosen.join('\n')}\n`));
      }),
      { numRuns: runs * 2 },
    );
  });
});
