import type { Level } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { hardenedFence } from '../../artifact/fence.js';
import { resolveMethod } from '../../methods/resolve-method.js';
import { createReaderProvider } from '../../providers/mock/reader-provider.js';
import { scriptCase } from '../../run/case-script.js';
import { playCase } from '../../run/play-case.js';
import { readYamlSource } from '../../template/yaml-source.js';
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
  const templates = suiteKeys.flatMap(ownTemplates).filter(({ key }) => full || /starter|_v1_[14]$/.test(key));
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
