import { type Level, levels } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { requireArtifact } from '../../artifact/parse-artifact.js';
import { createMersenneTwister } from '../../generate/mersenne-twister.js';
import type { EvaluationItem } from '../../model/case.js';
import { drawers } from '../dialect/draw-value.js';
import { type Vocabulary, vocabularyOf } from '../dialect/fields/vocabulary.js';
import { generateObeyCase } from '../dialect/generate-obey-case.js';
import type { ObeyTemplate } from '../dialect/obey-template.js';
import { obey1Profile } from '../score/obey1-profile.js';
import { levelsOf, ownTemplates, suiteKeys } from '../testing/own-suites.js';
import { playMethod } from '../testing/play-method.js';

const full = process.env.OBEY_FULL === '1';
const methods = [
  'null',
  'naive-summary',
  'structured-state',
  'hierarchical-summary',
  'hybrid-ledger',
  'truncate-last-n',
  'oracle',
] as const;

/** One case of a template, by the scores of the methods that played it. */
type Scores = Readonly<Record<string, number>>;

async function scoresOf(
  template: ObeyTemplate,
  level: Level,
  seed: bigint,
  keys: readonly string[] = methods,
): Promise<Scores> {
  const scores: Record<string, number> = {};
  for (const key of keys) scores[key] = (await playMethod(key, template, level, seed)).result.case_score;
  return scores;
}

describe('built-in methods on our own suites, answered by the reader and scored by obey-1', {
  timeout: 2_400_000,
}, () => {
  const templates = suiteKeys.flatMap(ownTemplates).filter(({ key }) => full || /_v1_1$|starter/.test(key));
  const families = [...new Set(templates.map(({ family }) => family))].sort();

  it.each(families)(
    '%s: null at most 0.02, oracle at least 0.98, hybrid-ledger strictly between, in every case',
    async (family) => {
      for (const level of full ? levels : (['easy'] as const)) {
        const cases: Scores[] = [];
        for (const template of templates.filter((each) => each.family === family && levelsOf(each).includes(level))) {
          for (const seed of full ? [5n, 6n] : [5n]) {
            const scores = await scoresOf(template, level, seed, full ? methods : ['null', 'hybrid-ledger', 'oracle']);
            const { null: nothing = 1, 'hybrid-ledger': ledger = 0, oracle = 0 } = scores;
            const where = `${template.key} ${level} ${seed}`;
            expect(nothing, where).toBeLessThanOrEqual(0.02);
            expect(oracle, where).toBeGreaterThanOrEqual(0.98);
            expect(ledger, where).toBeGreaterThan(0.02);
            expect(ledger, where).toBeLessThan(0.98);
            cases.push(scores);
          }
        }
        expect(cases.length).toBeGreaterThan(0);
        if (full) console.info(`| ${family} | ${level} | ${methods.map((key) => meanOf(cases, key)).join(' | ')} |`);
      }
    },
  );

  it.each(suiteKeys)('all run on the suite %s', async (suite) => {
    const [template] = ownTemplates(suite);
    if (template === undefined) throw new Error(`${suite} is empty`);
    for (const level of full ? levelsOf(template) : (['easy'] as const)) {
      for (const key of methods) {
        const { cycles } = await playMethod(key, template, level, 7n);
        expect(cycles).toHaveLength(3);
        for (const { artifact, responses } of cycles) {
          expect(requireArtifact(artifact)).toEqual(artifact);
          expect([...responses.values()].every((answer) => answer !== '')).toBe(true);
        }
      }
    }
  });
});

const meanOf = (cases: readonly Scores[], key: string): string =>
  (cases.reduce((sum, scores) => sum + (scores[key] ?? 0), 0) / cases.length).toFixed(3);

describe('who knows nothing, scored by obey-1', () => {
  const made = suiteKeys.flatMap(ownTemplates).map((template, index) => ({
    template,
    case: generateObeyCase(template, BigInt(index), levelsOf(template)[0] as Level),
  }));

  /** The mean score of answers given without an artifact, over the first cycle of a case of every template. */
  function meanOf(answer: (item: EvaluationItem, template: ObeyTemplate) => string): number {
    const scores = made.map(({ template, case: played }) => {
      const responses = new Map(played.evaluation_items.map((item) => [item.key, answer(item, template)]));
      const source = played.transcript;
      return obey1Profile.scoreCycle({ case: played, cycle: 0, responses, artifact: emptyArtifact, source })
        .cycle_score;
    });
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  }

  it.each([
    "I don't know.",
    '',
    'I cannot answer that from the artifact.',
    'Das weiß ich nicht.',
    'Nothing.',
    'Never do it.',
    'Yes.',
  ])('earns at most 0.02 with %j', (answer) => {
    expect(meanOf(() => answer)).toBeLessThanOrEqual(0.02);
  });

  it('earns at most 0.02 with the question restated', () => {
    expect(meanOf(({ prompt }) => prompt)).toBeLessThanOrEqual(0.02);
    expect(meanOf(({ prompt }) => `You ask: ${prompt} The answer to that is as agreed.`)).toBeLessThanOrEqual(0.02);
  });

  it('earns at most 0.02 with invented values, one or one of each kind', () => {
    const random = createMersenneTwister(17n);
    const kinds = [
      'practice',
      'option',
      'person',
      'quantity',
      'day',
      'loose_end',
      'setting_value',
      'outcome',
      'hex_code',
    ];
    const invent = (kind: string, template: ObeyTemplate): string =>
      drawers.get(kind)?.(random, vocabularyOf(template.field) as Vocabulary) ?? '';
    expect(meanOf((_, template) => `${invent(random.choice(kinds), template)}.`)).toBeLessThanOrEqual(0.02);
    expect(meanOf((_, template) => kinds.map((kind) => invent(kind, template)).join('; '))).toBeLessThanOrEqual(0.02);
  });
});

const emptyArtifact = requireArtifact({});
