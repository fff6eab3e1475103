import { describe, expect, it } from 'vitest';
import { generateCase } from '../../../generate/generate-case.js';
import { scorer100 } from '../../../score/reference-scorer.js';
import { parseTemplate } from '../../../template/parse-template.js';
import { hasShared, sharedFile } from '../../../testing/shared-data.js';
import { obey1Profile } from '../obey1-profile.js';
import { measureSituations } from './measure-situations.js';

const families = ['buried_constraint', 'decision_override', 'entity_confusion', 'reference_resolution'];
const seeds = process.env.OBEY_FULL === '1' ? [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n] : [0n, 1n];

describe.skipIf(!hasShared)('the weaknesses of the reference', () => {
  const cases = hasShared
    ? families.flatMap((family) =>
        [1, 2, 3, 4, 5].flatMap((variation) => {
          const path = `reference-templates/elite_practice/${family}_v1_${variation}.yaml`;
          const { template } = parseTemplate(sharedFile(path), path);
          return seeds.map((seed) => generateCase(template, seed, 'medium'));
        }),
      )
    : [];
  const lines = measureSituations(cases, [scorer100, obey1Profile]);
  const found = (situation: string, profile: string) =>
    lines.find((line) => line.situation === situation && line.profile === profile)?.aggregate;
  const measured = hasShared ? JSON.parse(sharedFile('vectors/weakness_measurements.json')).measurements : {};

  it.each([
    ['null_dont_know', 'null_method_dont_know'],
    ['null_empty', 'null_method_empty'],
    ['raw_dump_echo', 'raw_dump_echo_evaluator'],
    ['ideal_terse', 'ideal_terse'],
    ['ideal_aware', 'ideal_constraint_aware'],
  ])('%s by 1.0.0 is what was measured', (situation, name) => {
    const { overall_score, constraint_retention, contradiction_rate, drift_resistance } = measured[name];
    expect(found(situation, '1.0.0')).toMatchObject({
      overall_score: expect.closeTo(overall_score, 2),
      constraint_retention: expect.closeTo(constraint_retention, 2),
      contradiction_rate: expect.closeTo(contradiction_rate, 2),
      drift_resistance,
    });
  });

  it.each(['null_dont_know', 'null_empty', 'null_refusal', 'null_restated', 'null_invented'])(
    '%s earns nothing by obey-1',
    (situation) => {
      expect(found(situation, 'obey-1')?.overall_score).toBeLessThanOrEqual(0.02);
      expect(found(situation, 'obey-1')?.drift_resistance).toBe(0);
    },
  );

  it('gives right answers that state the rule what terse ones get', () => {
    expect(found('ideal_terse', 'obey-1')?.overall_score).toBeGreaterThanOrEqual(0.98);
    expect(found('ideal_aware', 'obey-1')).toMatchObject({
      overall_score: found('ideal_terse', 'obey-1')?.overall_score,
      contradiction_rate: 0,
    });
  });

  it('does not let a dump of everything pass for knowledge', () => {
    expect(found('raw_dump_echo', 'obey-1')?.overall_score).toBe(0);
  });
});
