import { describe, expect, it } from 'vitest';
import { hasShared, sharedFile, sharedPath } from '../../../testing/shared-data.js';
import { loadCompared } from './compared-templates.js';
import { contentRows } from './content-rows.js';
import { fileRows } from './file-rows.js';
import { measureWeaknesses } from './measure-weaknesses.js';
import type { WeaknessRow } from './weakness-row.js';

const full = process.env.OBEY_FULL === '1';
const rowOf = (rows: readonly WeaknessRow[], key: string): WeaknessRow | undefined =>
  rows.find((row) => row.key === key);

describe('the table of weaknesses', { timeout: 300_000 }, async () => {
  const all = loadCompared();
  // One template of each family takes a sixth of the time; in full, all of them.
  const own = full ? all.own : all.own.filter(({ template }) => template.key.endsWith('_v1_1'));
  const rows = await measureWeaknesses({ ...all, own });
  const bound = rows.filter((row) => row.bound !== null && (full || row.key !== 'families.templates'));

  it.each(bound)('$about: $figures, bound $bound', ({ holds, figures }) => {
    expect(holds).toBe(true);
    expect(figures.own).not.toBeNull();
  });

  it('has a row for each weakness once, and more than 30', () => {
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(30);
  });

  it('shows the reference break all bounds but those of its right answers', () => {
    const kept = bound.filter(({ bound: limit, figures }) => {
      const figure = figures['1.0.0'];
      if (limit === null || figure === null) return true;
      return limit.is === 'at most' ? figure <= limit.value : figure >= limit.value;
    });
    expect(kept.map(({ key }) => key)).toEqual(['ideal_terse.overall_score']);
  });

  it('says that paraphrases are left to a judge', () => {
    expect(rowOf(rows, 'answers.paraphrased')).toMatchObject({ bound: null, holds: null });
  });

  it('gives the same figures each time', async () => {
    const few = { reference: all.reference.slice(0, 2), own: own.slice(0, 2) };
    expect(contentRows(few)).toEqual(contentRows(few));
    expect(await fileRows(few)).toEqual(await fileRows(few));
  });
});

describe('which templates are measured', () => {
  it('takes those of a folder for their dialect, and ours for the other', () => {
    const { reference, own } = loadCompared();
    expect(reference).toHaveLength(4);
    expect(own.length).toBeGreaterThan(50);
  });

  it('refuses a folder without templates', () => {
    expect(() => loadCompared('/nowhere')).toThrow('there is no template in any suite of this folder');
  });
});

describe.skipIf(!hasShared)('on the templates of CompactBench (skipped where ../shared is absent)', () => {
  it('finds what was found', () => {
    const compared = loadCompared(sharedPath('reference-templates'));
    const rows = contentRows({ ...compared, own: compared.own.slice(0, 1) });
    const { measurements } = JSON.parse(sharedFile('vectors/weakness_measurements.json'));
    const found = (key: string) => rowOf(rows, key)?.figures['1.0.0'];
    expect(compared.reference).toHaveLength(measurements.templates_total);
    expect(found('templates.torn')).toBe(measurements.same_string_required_and_forbidden.length);
    expect(found('templates.told')).toBe(measurements.forbidden_string_in_own_prompt.length);
    // Among them those that were found for having no question that could be contradicted.
    expect(found('templates.no_contradiction')).toBeGreaterThanOrEqual(
      measurements.contradiction_rate_always_zero.length,
    );
    const rates: number[] = Object.values(measurements.variable_collision_rate);
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / measurements.templates_total;
    expect(found('variables.collisions')).toBeCloseTo(mean, 2);
  });
});
