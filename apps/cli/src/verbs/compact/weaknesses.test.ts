import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledSuites } from '@obey/compact';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../testing/run-command.js';

const full = process.env.OBEY_FULL === '1';

describe('obey compact weaknesses', { timeout: 300_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'obey-weaknesses-'));
    await cp(join(bundledSuites(), 'starter'), join(folder, 'suites', 'starter'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('prints a row for each weakness, and fails where a bound does not hold: four families are no more than four', async () => {
    const { code, stdout, stderr } = await runCommand(folder, 'compact', 'weaknesses', '--suites', 'suites');
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^what is measured +1\.0\.0 +2\.0\.0 +obey-1 +ours +bound +holds$/);
    expect(lines.find((line) => line.startsWith('score of “I don’t know”'))).toMatch(
      / 0\.\d{3} +0\.\d{3} +0\.000 +0\.000 +≤ 0\.020 +yes$/,
    );
    expect(lines.find((line) => line.startsWith('families '))).toMatch(/ 4 +4 +– +4 +≥ 5 +NO$/);
    expect(stderr).toBe('obey: a repair does not hold: families (and 1 more)\n');
    expect(code).toBe(1);
  });

  it('refuses a folder without templates in one line', async () => {
    const { code, stdout, stderr } = await runCommand(folder, 'compact', 'weaknesses', '--suites', 'nowhere');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^obey: .*nowhere: there is no template in any suite of this folder.*\n$/);
  });

  it.runIf(full)('holds on every template that comes with Obey (needs OBEY_FULL=1)', async () => {
    const { code, stdout } = await runCommand(folder, 'compact', 'weaknesses', '--json');
    const { holds, rows, templates } = JSON.parse(stdout);
    expect([code, holds]).toEqual([0, true]);
    expect(templates['obey-1']).toBeGreaterThan(50);
    expect(rows.length).toBeGreaterThan(30);
  });
});
