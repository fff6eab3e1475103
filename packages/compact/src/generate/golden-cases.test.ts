import { fileURLToPath } from 'node:url';
import { levels } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCase } from '../case/parse-case.js';
import { writeCase } from '../case/write-case.js';
import { parseTemplateFile } from '../template/load-suite.js';
import { validateTemplate } from '../template/validate-template.js';
import { deriveSeed } from './derive-seed.js';
import { generateCase } from './generate-case.js';
import { generateValue } from './generators.js';

const fixtures = fileURLToPath(new URL('./fixtures/', import.meta.url));
const file = parseTemplateFile(`${fixtures}harbour-survey.yaml`);

describe('a template of our own', () => {
  it('is valid', () => expect(() => validateTemplate(file)).not.toThrow());

  it.each(levels)('gives its golden case at the level %s', async (level) => {
    const text = writeCase(generateCase(file.template, 18_446_744_073_709_551_615n, level), 'file');
    await expect(text).toMatchFileSnapshot(`${fixtures}harbour-survey.${level}.json`);
    expect(writeCase(parseCase(text), 'file')).toBe(text);
  });

  it('is a function of template, seed and level alone', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom(...levels), (seed, level) => {
        const made = generateCase(file.template, seed, level);
        expect(generateCase(parseTemplateFile(`${fixtures}harbour-survey.yaml`).template, seed, level)).toEqual(made);
        expect(made.case_id).toBe(`harbour_survey_v1:s${seed}:d${level}`);
        expect(made.transcript.turns.map(({ id }) => id)).toEqual(made.transcript.turns.map((_, index) => index));
        expect(made.ground_truth.forbidden_behaviors).toEqual([
          generateValue('action_phrase', deriveSeed(seed, 'habit')),
        ]);
      }),
      { numRuns: process.env.OBEY_FULL === '1' ? 1000 : 30 },
    );
  });

  it('changes nothing else when a variable is added', () => {
    const more = {
      ...file.template,
      variables: [{ name: 'first', generator: 'date_iso' }, ...file.template.variables],
    };
    expect(generateCase(more, 5n, 'hard')).toEqual(generateCase(file.template, 5n, 'hard'));
  });
});
