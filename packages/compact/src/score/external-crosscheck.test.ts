import { describe, expect, it } from 'vitest';
import { requireArtifact } from '../artifact/parse-artifact.js';
import { cutSummary } from '../artifact/parse-state.js';
import { caseNamespace, deriveCaseSeed } from '../generate/derive-seed.js';
import { generateCase } from '../generate/generate-case.js';
import { loadSuite } from '../template/load-suite.js';
import { hasShared, sharedPath } from '../testing/shared-data.js';
import { plainVectors } from '../testing/vectors.js';
import { compressionRatio } from './token-count.js';

interface Published {
  readonly template: string;
  readonly namespace: string;
  readonly seed_group: string;
  readonly slot: number;
  readonly published_seed: string;
  readonly published_cycle0_oracle_ratio: number;
}

describe.skipIf(!hasShared)('a run that CompactBench published', () => {
  const published = plainVectors<Published>('external_crosscheck.json');

  it.each(published.map((vector) => [vector.template, vector] as const))('%s: same seed, same ratio', (key, vector) => {
    const suite = loadSuite(sharedPath('reference-templates/elite_practice'));
    const template = suite.files.find((file) => file.template.key === key)?.template;
    if (template === undefined) throw new Error(`no template ${key}`);
    expect(caseNamespace(suite, template)).toBe(vector.namespace);
    const seed = deriveCaseSeed(vector.namespace, vector.seed_group, vector.slot);
    expect(String(seed)).toBe(vector.published_seed);
    // The level is not published; the ratio tells which it was.
    const ratios = (['easy', 'medium', 'hard', 'elite'] as const).map((level) => {
      const { transcript } = generateCase(template, seed, level);
      const lines = transcript.turns.map(({ role, content }) => `${role}: ${content}`);
      return compressionRatio(transcript, requireArtifact({ summaryText: cutSummary(lines.join('\n')).summary }));
    });
    expect(ratios).toContain(vector.published_cycle0_oracle_ratio);
  });
});
