import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixed } from '@obey/compact';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCompactbench } from './testing/run-compactbench.js';

const shared = resolve(fileURLToPath(new URL('.', import.meta.url)), '../../../../../shared/compact');
const templates = join(shared, 'reference-templates');
const vectors = join(shared, 'vectors');
const full = process.env.OBEY_FULL === '1';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compactbench-vectors-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bench = (...argv: string[]) => runCompactbench(folder, argv, { COLUMNS: '160' });
const vector = async (name: string) => JSON.parse(await readFile(join(vectors, name), 'utf8'));

describe.skipIf(!existsSync(vectors))('vectors of the reference (skipped where ../shared is absent)', () => {
  it('generates its cases byte for byte', async () => {
    const { cases } = await vector('cases_sha256.json');
    const digests: [string, string][] = [];
    for (const entry of full ? cases : cases.filter((_: unknown, index: number) => index % 13 === 0)) {
      const argv = ['generate', '-t', entry.template, '--seed', entry.seed, '--difficulty', entry.difficulty];
      const { code, stdout } = await bench(...argv, '--benchmarks-dir', templates);
      expect(code).toBe(entry.error === undefined ? 0 : 1);
      if (code === 0) digests.push([createHash('sha256').update(stdout).digest('hex'), entry.cli_file_form_sha256]);
    }
    expect(digests.map(([made]) => made)).toEqual(digests.map(([, wanted]) => wanted));
    expect(digests.length).toBeGreaterThan(full ? 180 : 8);
  });

  it('prints its estimates', async () => {
    const { vectors: estimates } = await vector('estimate.json');
    for (const one of full ? estimates : estimates.filter((_: unknown, index: number) => index % 6 === 0)) {
      const settings = ['--drift-cycles', String(one.drift_cycles), '--case-count', String(one.case_count)];
      const asked = ['-s', one.suite, '--difficulty', one.difficulty, '-p', one.provider_key, '--model', one.model];
      // The method is not looked at.
      const argv = ['run', '--estimate', '-m', 'none', ...asked, ...settings, '--benchmarks-dir', templates];
      expect(await bench(...argv)).toEqual({ code: 0, stdout: `${one.report}\n`, stderr: '' });
    }
  });

  it.each([
    ['mock_naive_starter.jsonl', ['-m', 'built-in:naive-summary']],
    ['mock_hierarchical_drift0.jsonl', ['-m', 'built-in:hierarchical-summary', '--drift-cycles', '0']],
  ])('writes %s but for ids, times and the words of its own prompts', async (file, argv) => {
    const settings = ['--scorer', '1.0.0', '--case-count', '1', '--concurrency', '1', '--benchmarks-dir', templates];
    expect((await bench('run', ...argv, ...settings, '-o', file)).code).toBe(0);
    const ours = comparable(await readFile(join(folder, file), 'utf8'));
    expect(ours).toEqual(comparable(await readFile(join(vectors, 'results', file), 'utf8')));
    expect(ours.length).toBeGreaterThan(5);
  });

  it('shows what the reference reads in its files', async () => {
    const { vectors: files } = await vector('results_read.json');
    let shown = 0;
    for (const { file, run_result: run, case_scores: cases, error } of files) {
      const { code, stdout, stderr } = await bench('score', '--results', join(vectors, 'results', file));
      expect([file, code, stderr]).toEqual([file, error === undefined || error === null ? 0 : 1, '']);
      if (code === 1) {
        expect(stdout).toMatch(/^[^\n]+\n$/);
        continue;
      }
      const rows = stdout.split('\n').filter((line) => line.startsWith('│'));
      const cells = rows.map((row) =>
        row
          .slice(1, -1)
          .split('│')
          .map((cell) => cell.trim()),
      );
      for (const name of ['overall_score', 'drift_resistance', 'constraint_retention', 'contradiction_rate']) {
        expect(cells).toContainEqual([name, fixed(run[name], 3)]);
      }
      expect(cells).toContainEqual(['compression_ratio', `${fixed(run.compression_ratio, 2)}x`]);
      expect(cells).toContainEqual(['started', run.started_at.replace('Z', '+00:00')]);
      expect(cells).toContainEqual(['completed', run.completed_at.replace('Z', '+00:00')]);
      for (const [id, score, drift] of cases) {
        expect(cells).toContainEqual([id, fixed(score, 3), fixed(drift, 3), expect.stringMatching(/^\d+$/)]);
      }
      expect(stdout.split('\n').filter((line) => line.startsWith('note: '))).toEqual(
        run.notes.map((note: string) => `note: ${note}`),
      );
      shown += 1;
    }
    expect(shown).toBeGreaterThan(5);
  });

  it('gives its reasons why a run does not qualify', async () => {
    const { qualification } = await vector('leaderboard.json');
    for (const { label, run_result, tier, expected_drift_cycles, reasons } of qualification) {
      const { cases, started_at, completed_at, ...run } = run_result;
      const start = { difficulty: 'hard', drift_cycles: expected_drift_cycles, seed_group: 'g', started_at };
      const names = Object.keys(run).filter((name) => typeof run[name] === 'string');
      const events = [
        {
          event: 'run_start',
          ...Object.fromEntries(names.map((name) => [name, run[name]])),
          ...start,
          case_count_per_template: 1,
        },
        ...cases.map((case_result: unknown) => ({ event: 'case_complete', case_result })),
        {
          event: 'run_end',
          completed_at,
          ...Object.fromEntries(Object.entries(run).filter(([name]) => !names.includes(name))),
        },
      ];
      await writeFile(join(folder, 'q.jsonl'), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
      const { stdout, stderr } = await bench('qualify', '--results', 'q.jsonl', '--tier', tier);
      const given = stdout.split('\n').flatMap((line) => (line.startsWith('  - ') ? [line.slice(4)] : []));
      expect([label, stderr, given.filter((reason) => reasons.includes(reason))]).toEqual([label, '', reasons]);
    }
  });
});

/** Lines with what may differ from run to run left out. */
function comparable(text: string): string[] {
  return (
    text
      .split('\n')
      .map((line) => line.replace(/"(run_id|started_at|completed_at)":"[^"]*"/g, '"$1":…'))
      .map((line) => line.replace(/"(latency_ms|prompt_tokens)":\d+/g, '"$1":…'))
      // Sums of the Python that wrote the vectors differ from those of later ones in the last bits.
      .map((line) => line.replace(/\d\.\d{12,}/g, (number) => String(Number(Number(number).toFixed(12)))))
  );
}
