import type { Level } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { hardenedFence } from '../../artifact/fence.js';
import { emptyState } from '../../artifact/state-sections.js';
import { createMersenneTwister } from '../../generate/mersenne-twister.js';
import { resolveMethod } from '../../methods/resolve-method.js';
import type { Artifact } from '../../model/artifact.js';
import type { EvaluationItem } from '../../model/case.js';
import { createReaderProvider } from '../../providers/mock/reader-provider.js';
import { scriptCase } from '../../run/case-script.js';
import { playCase } from '../../run/play-case.js';
import { readYamlSource } from '../../template/yaml-source.js';
import { drawers } from '../dialect/draw-value.js';
import { type Vocabulary, vocabularyOf } from '../dialect/fields/vocabulary.js';
import { generateObeyCase } from '../dialect/generate-obey-case.js';
import type { ObeyTemplate } from '../dialect/obey-template.js';
import { obey1Profile } from '../score/obey1-profile.js';
import { levelsOf, ownTemplates, suiteKeys } from '../testing/own-suites.js';
import { readArtifact } from './read-artifact.js';

const full = process.env.OBEY_FULL === '1';
const source = readYamlSource('template: {}');

async function meanScore(key: string, template: ObeyTemplate, level: Level, seed: bigint): Promise<number> {
  const method = await resolveMethod(`built-in:${key}`, { profile: 'obey-1', folder: '.' });
  const script = scriptCase({ dialect: 'obey-1', template, source }, seed, level, 2);
  const { result } = await playCase(script, {
    profile: obey1Profile,
    carry: 'artifact',
    provider: createReaderProvider(readArtifact),
    model: 'reader',
    compactor: (provider) => method.create({ provider, model: 'reader' }),
    fence: () => hardenedFence('0123456789abcdef'),
    now: () => 0,
  });
  if (process.env.SHOW && key === 'oracle' && result.case_score < 1)
    for (const c of result.cycles)
      for (const i of c.scorecard.item_scores)
        if (i.score < 1)
          console.log(template.key, level, c.cycle_number, c.scorecard.contradiction_rate, JSON.stringify(i));
  return result.case_score;
}

describe('built-in methods on our own suites, answered by the reader and scored by obey-1', {
  timeout: 2_400_000,
}, () => {
  const templates = suiteKeys.flatMap(ownTemplates).filter(({ key }) => full || /_v1_1$/.test(key));
  const families = [...new Set(templates.map(({ family }) => family))].sort();

  it.each(families)('%s: null at most 0.02, oracle at least 0.98, hybrid-ledger strictly between', async (family) => {
    for (const level of full ? (['easy', 'medium', 'hard', 'elite'] as const) : (['easy'] as const)) {
      const scores = new Map<string, number[]>();
      for (const template of templates.filter((each) => each.family === family && levelsOf(each).includes(level))) {
        for (const seed of full ? [5n, 6n] : [5n]) {
          for (const key of ['null', 'oracle', 'hybrid-ledger']) {
            scores.set(key, [...(scores.get(key) ?? []), await meanScore(key, template, level, seed)]);
          }
        }
      }
      const mean = (key: string): number => {
        const all = scores.get(key) ?? [];
        return all.reduce((sum, score) => sum + score, 0) / all.length;
      };
      if (full) console.info(family, level, mean('null'), mean('oracle'), mean('hybrid-ledger'));
      expect(mean('null'), level).toBeLessThanOrEqual(0.02);
      expect(mean('oracle'), level).toBeGreaterThanOrEqual(0.98);
      expect(mean('hybrid-ledger'), level).toBeGreaterThan(mean('null'));
      expect(mean('hybrid-ledger'), level).toBeLessThan(mean('oracle'));
    }
  });
});

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

const emptyArtifact: Artifact = {
  schemaVersion: '1.0.0',
  summaryText: '',
  structured_state: emptyState(),
  selectedSourceTurnIds: [],
  warnings: [],
  methodMetadata: {},
};
