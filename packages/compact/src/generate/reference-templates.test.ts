import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type Level, levels } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { parseCase } from '../case/parse-case.js';
import { type CaseForm, writeCase } from '../case/write-case.js';
import { GenerationError } from '../template/errors.js';
import { loadSuite } from '../template/load-suite.js';
import { validateTemplate } from '../template/validate-template.js';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { generateCase } from './generate-case.js';

interface Row {
  readonly suite: string;
  readonly template: string;
  readonly difficulty: Level;
  readonly seed: string;
  readonly error?: string;
  readonly [hash: `${string}_sha256`]: string;
}

const folder = fileURLToPath(new URL('../../../../../shared/compact/reference-templates/', import.meta.url));
const forms: readonly [CaseForm, `${string}_sha256`][] = [
  ['fixture', 'fixture_form_sha256'],
  ['file', 'cli_file_form_sha256'],
  ['stdout', 'cli_file_form_sha256'],
  ['compact', 'compact_form_sha256'],
];

describe.skipIf(!hasShared)('the reference templates', () => {
  const suites = new Map(
    (hasShared ? ['starter', 'elite_practice'] : []).map((key) => [key, loadSuite(`${folder}${key}`)]),
  );
  const rows: readonly Row[] = hasShared ? JSON.parse(sharedFile('vectors/cases_sha256.json')).cases : [];

  function templateOf(row: Pick<Row, 'suite' | 'template'>) {
    const file = suites.get(row.suite)?.files.find(({ template }) => template.key === row.template);
    if (file === undefined) throw new Error(`no template ${row.template}`);
    return file.template;
  }

  it('are valid, and their suites have one version', () => {
    for (const suite of suites.values()) for (const file of suite.files) validateTemplate(file);
    expect([...suites.values()].map(({ key, version, files }) => [key, version, files.length])).toEqual([
      ['starter', '1.0.0', 4],
      ['elite_practice', '1.0.0', 20],
    ]);
  });

  it('give the same bytes in every form, for every seed and level', () => {
    expect(rows.length * 3).toBe(576);
    let failed = 0;
    for (const row of rows) {
      const generate = () => generateCase(templateOf(row), BigInt(row.seed), row.difficulty);
      if (row.error !== undefined) {
        expect(generate).toThrow(GenerationError);
        failed += 1;
        continue;
      }
      const made = generate();
      for (const [form, field] of forms) {
        const text = writeCase(made, form);
        expect(createHash('sha256').update(text, 'utf8').digest('hex'), `${made.case_id} as ${form}`).toBe(row[field]);
      }
    }
    expect(failed * 3).toBe(24);
  });

  it('give cases that read back as they were', () => {
    for (const suite of suites.values()) {
      for (const { template } of suite.files) {
        for (const level of levels.filter((one) => template.difficulty_policy.distractor_turns[one] !== undefined)) {
          const made = generateCase(template, 2n ** 64n - 1n, level);
          for (const [form] of forms) expect(parseCase(writeCase(made, form))).toEqual(made);
        }
      }
    }
  });

  it('give the published whole cases', () => {
    const cases: Readonly<Record<string, unknown>> = JSON.parse(sharedFile('vectors/cases_full.json')).cases;
    for (const [id, whole] of Object.entries(cases)) {
      const [, key, seed, level] = /^(.*):s(\d+):d(\w+)$/.exec(id) ?? [];
      const suite = key?.includes('_starter_') ? 'starter' : 'elite_practice';
      const made = generateCase(templateOf({ suite, template: key ?? '' }), BigInt(seed ?? ''), level as Level);
      expect(writeCase(made, 'compact')).toBe(JSON.stringify(whole));
    }
    expect(Object.keys(cases).length).toBe(16);
  });
});
