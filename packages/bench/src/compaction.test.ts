import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTask, loadTaskModules } from '@obey/catalog';
import { judgePaths } from '@obey/judge';
import { pinnedClaudeCode } from '@obey/runner';
import { type ForcedCompaction, parseCandidate, type Scorecard, sealedSchema } from '@obey/schema';
import { collect, readTraceFile } from '@obey/trace';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type PerformedTrial, performTrial } from './perform-trial.js';

const installed = await pinnedClaudeCode().catch((error: unknown) => error);
const binary = typeof installed === 'string' ? installed : undefined;
if (binary === undefined) console.warn(`skipped, because the pinned Claude Code is not to be had: ${installed}`);
const isFull = process.env.OBEY_FULL === '1';
const task = fileURLToPath(new URL('./testing/fixtures/compacted', import.meta.url));

/** Runs a candidate on the task, whose context is compacted after the step `index`, or as is given. */
async function perform(candidate: string, compaction?: ForcedCompaction): Promise<PerformedTrial & { folder: string }> {
  const loaded = await loadTask(task);
  const temporary = await mkdtemp(join(tmpdir(), 'obey-compaction-'));
  onTestFinished(() => rm(temporary, { recursive: true, force: true }));
  const folder = join(temporary, 'trial');
  const performed = await performTrial({
    loaded: compaction === undefined ? loaded : { ...loaded, task: { ...loaded.task, compaction } },
    modules: await loadTaskModules(loaded),
    candidate: parseCandidate(candidate),
    ...{ seed: 9, level: 'easy', pace: 0.05, folder },
    harness: binary === undefined ? {} : { binary },
  });
  return { ...performed, folder };
}

/** The facts of a trial, as a file that an audit is given. */
async function factsOf(folder: string): Promise<string> {
  const { facts } = sealedSchema.parse(JSON.parse(await readFile(join(folder, 'sealed.json'), 'utf8')));
  const file = join(folder, '..', 'facts.json');
  await writeFile(file, JSON.stringify(facts));
  return file;
}

const partsOf = (scorecard: Scorecard | null) => scorecard?.compactions?.parts ?? [];

describe('a compaction that the task asks for', () => {
  it('is left out where the harness cannot, and the record says so', async () => {
    const { record, scorecard } = await perform('reference');
    expect(record.compaction).toEqual({ asked: { after: 'index' }, supported: false });
    expect(scorecard).toMatchObject({
      ...{ score: 100, strict: true },
      notes: ['a compaction after `index` was asked for, and none was seen'],
    });
    expect(scorecard).not.toHaveProperty('compactions');
  });
});

describe.skipIf(binary === undefined)(
  'the real Claude Code, compacted in the middle of its work (needs Claude Code from npm)',
  () => {
    it('obeys before and forgets after: every finding lies behind the compaction', { timeout: 900_000 }, async () => {
      const { record, scorecard, folder } = await perform('claude-code:never-after-compaction');
      expect(record).toMatchObject({
        status: 'completed',
        compaction: { asked: { after: 'index' }, supported: true },
      });
      expect(scorecard).toMatchObject({ integrity: [], notes: [] });
      expect(scorecard?.compactions).toMatchObject({ events: [{ trigger: 'manual' }], subagents: 0 });
      expect(scorecard?.findings.map(({ code, step, item }) => `${code} ${step} ${item}`)).toEqual([
        'branch-not-taken halve box-2',
        'branch-not-taken halve box-4',
      ]);
      const [before, after] = partsOf(scorecard);
      expect(before).toMatchObject({ compactions: 0, obedience: 1, findings: [] });
      expect(after).toMatchObject({ compactions: 1, findings: [0, 1] });
      expect(after?.obedience).toBeLessThan(1);
      const units = Object.values(scorecard?.units ?? {}).reduce((sum, count) => sum + count, 0);
      expect((before?.units ?? 0) + (after?.units ?? 0)).toBe(units);

      const events = await collect(readTraceFile(join(folder, 'trace.jsonl')));
      expect(events.filter(({ kind }) => kind === 'agent')).toEqual([]);
      const names = events.flatMap((event) => {
        if (event.kind === 'compaction') return ['compaction'];
        return event.kind === 'tool' ? (event.writes ?? []) : [];
      });
      const at = names.indexOf('compaction');
      expect([names[at - 1], names[at + 1]]).toEqual(['index.md', 'report.md']);

      // The same session as one that nothing here recorded, from each of its logs.
      const process = join(task, 'task.yaml');
      for (const logs of [
        ['transcript.jsonl'],
        ['stdout.jsonl'],
        ['transcript.jsonl', 'stdout.jsonl', 'hooks.jsonl'],
      ]) {
        const audit = await judgePaths(
          logs.map((log) => join(folder, 'raw', log)),
          { process, facts: await factsOf(folder) },
        );
        expect(audit.compactions?.events).toHaveLength(1);
        const [early, late] = partsOf(audit);
        expect(early?.findings).toEqual([]);
        expect(late?.findings).toHaveLength(2);
      }
    });

    it.skipIf(!isFull)('obeys before and after where it forgets nothing', { timeout: 900_000 }, async () => {
      const { scorecard } = await perform('claude-code:obedient');
      expect(scorecard).toMatchObject({ score: 100, strict: true, findings: [] });
      expect(partsOf(scorecard).map(({ obedience }) => obedience)).toEqual([1, 1]);
    });

    it.skipIf(!isFull)('compacts by itself at a size, as often as that is reached', { timeout: 900_000 }, async () => {
      const { record, scorecard } = await perform('claude-code:obedient', { tokens: 3_400 });
      expect(record).toMatchObject({ status: 'completed', compaction: { asked: { tokens: 3_400 }, supported: true } });
      expect(scorecard).toMatchObject({ score: 100, strict: true });
      expect(scorecard?.compactions?.events.length).toBeGreaterThan(0);
      for (const { trigger } of scorecard?.compactions?.events ?? []) expect(trigger).toBe('auto');
    });
  },
);
