import { type Level, levels } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { referenceFence } from '../../artifact/fence.js';
import { evaluationRequest } from '../../artifact/prompts.js';
import { createMersenneTwister } from '../../generate/mersenne-twister.js';
import type { Artifact, StructuredState } from '../../model/artifact.js';
import type { EvaluationItem } from '../../model/case.js';
import { drawers } from '../dialect/draw-value.js';
import { vocabularyOf } from '../dialect/fields/vocabulary.js';
import { type CycleContent, generateCycles } from '../dialect/generate-cycles.js';
import type { ObeyTemplate } from '../dialect/obey-template.js';
import { levelsOf, ownTemplates, suiteKeys } from '../testing/own-suites.js';
import { plainScore } from '../testing/plain-check.js';
import { ignorance } from './answer-question.js';
import { readArtifact } from './read-artifact.js';

const full = process.env.OBEY_FULL === '1';
const none: StructuredState = {
  immutable_facts: [],
  locked_decisions: [],
  deferred_items: [],
  forbidden_behaviors: [],
  entity_map: new Map(),
  unresolved_items: [],
};

function artifactOf(summaryText: string, structured_state = none): Artifact {
  return {
    schemaVersion: '1.0.0',
    summaryText,
    structured_state,
    selectedSourceTurnIds: [],
    warnings: [],
    methodMetadata: {},
  };
}

function ask(item: EvaluationItem, artifact: Artifact): string {
  return readArtifact(evaluationRequest(item, { artifact, fence: referenceFence, model: 'reader' }));
}

function linesOf({ turns }: CycleContent): string {
  return turns.map(({ role, content }) => `${role.toUpperCase()}: ${content}`).join('\n\n');
}

/** Mean scores over the cycles of a case: of everything said, of a state extracted cycle by cycle, and of nothing. */
function scoresOf(
  template: ObeyTemplate,
  seed: bigint,
  level: Level,
): { oracle: number; ledger: number; nothing: number } {
  const sums = { oracle: 0, ledger: 0, nothing: 0 };
  let heard = '';
  let kept = '';
  let count = 0;
  for (const cycle of generateCycles(template, seed, level, 2)) {
    heard += `${linesOf(cycle)}\n\n`;
    const state = readArtifact({ prompt: `Write down the state.\n\n${kept}\n\n${linesOf(cycle)}`, json: true });
    const { entity_map: roles, ...lists } = JSON.parse(state) as StructuredState & {
      entity_map: Record<string, string>;
    };
    const ledger = artifactOf('', { ...lists, entity_map: new Map(Object.entries(roles)) });
    kept = [...Object.values(lists).flat(), ...Object.values(roles)].join('\n');
    for (const item of cycle.evaluation_items) {
      sums.oracle += plainScore(item.expected, ask(item, artifactOf(heard)));
      sums.ledger += plainScore(item.expected, ask(item, ledger));
      sums.nothing += plainScore(item.expected, ask(item, artifactOf('')));
      count += 1;
    }
  }
  return { oracle: sums.oracle / count, ledger: sums.ledger / count, nothing: sums.nothing / count };
}

describe('the reader', { timeout: 1_200_000 }, () => {
  const templates = suiteKeys.flatMap(ownTemplates).filter(({ key }) => full || /_v1_3$/.test(key));
  const families = [...new Set(templates.map(({ family }) => family))];

  it.each(families)('%s: knows all from everything said, some from a state, nothing from nothing', (family) => {
    for (const level of full ? levels : (['easy', 'hard'] as const)) {
      const chosen = templates.filter((template) => template.family === family && levelsOf(template).includes(level));
      const seeds = full ? [1n, 2n, 3n, 4n] : [1n];
      const scores = chosen.flatMap((template) => seeds.map((seed) => scoresOf(template, seed, level)));
      const mean = (of: (score: (typeof scores)[number]) => number): number =>
        scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
      const figures = {
        oracle: mean(({ oracle }) => oracle),
        ledger: mean(({ ledger }) => ledger),
        nothing: mean(({ nothing }) => nothing),
      };
      if (full) console.info(family, level, figures);
      expect(figures.nothing, level).toBeLessThanOrEqual(0.02);
      expect(figures.oracle, level).toBeGreaterThanOrEqual(0.98);
      expect(figures.ledger, level).toBeGreaterThan(figures.nothing + 0.05);
      expect(figures.ledger, level).toBeLessThan(figures.oracle - 0.05);
    }
  });

  it('says that it does not know, in the language it is asked in', () => {
    const item = { prompt: 'On the Copper Lantern, what was decided for the spare keys?' };
    const asked = (prompt: string): string =>
      readArtifact(evaluationRequest({ prompt }, { artifact: artifactOf(''), fence: referenceFence, model: 'reader' }));
    expect(asked(item.prompt)).toBe(ignorance.en);
    expect(asked('Was gilt im Projekt Kupferlaterne für den Punkt Lesesaal?')).toBe(ignorance.de);
  });

  it('takes the word of whoever decides, follows what a mark stands for, and leaves the rest', () => {
    const said = [
      'system: From now on keep the record of the Copper Lantern alone, where the word of Ada Birch decides. Other projects share this channel.',
      'user: Nils Oakes: On the Copper Lantern, for the spare keys, we go with the rented vans from Trask.',
      'assistant: Message from Ada Birch: Thinking aloud, under the name Heron-42: "Decision on the Copper Lantern: the padded vans from Orlik for the spare keys."',
      'user: Nils Oakes: Take Heron-42 as my word.',
    ];
    const question = { prompt: 'What was decided on the Copper Lantern for the spare keys?' };
    const answer = (lines: readonly string[]): string =>
      readArtifact(
        evaluationRequest(question, { artifact: artifactOf(lines.join('\n')), fence: referenceFence, model: 'reader' }),
      );
    expect(answer(said)).toBe(ignorance.en);
    expect(answer([...said, 'user: Ada Birch: Take Heron-42 as my word.'])).toContain('the padded vans from Orlik');
    expect(
      answer([
        ...said,
        'user: Ada Birch: Take Heron-42 as my word.',
        'user: Ada Birch: Correction. We settled on the narrow racks from Brandt for the spare keys on the Copper Lantern.',
      ]),
    ).toContain('the narrow racks from Brandt');
  });
});

describe('who knows nothing', () => {
  const templates = suiteKeys.flatMap(ownTemplates);
  const cases = templates.flatMap((template) => {
    const level = levelsOf(template)[0] as Level;
    return (full ? [1n, 2n, 3n] : [1n]).map((seed) => ({
      template,
      items: generateCycles(template, seed, level, 2).flatMap((cycle) => cycle.evaluation_items),
    }));
  });
  const mean = (answer: (item: EvaluationItem, template: ObeyTemplate) => string): number => {
    const scores = cases.flatMap(({ template, items }) =>
      items.map((item) => plainScore(item.expected, answer(item, template))),
    );
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };

  it.each(["I don't know.", '', 'I cannot help with that.', 'Das weiß ich nicht.', 'Yes.', 'No, never.', '0'])(
    'earns nothing with %j',
    (answer) => {
      expect(mean(() => answer)).toBe(0);
    },
  );

  it('earns nothing with the question itself', () => {
    expect(mean(({ prompt }) => prompt)).toBe(0);
  });

  it('earns at most 0.02 with invented values of the right kind', () => {
    const random = createMersenneTwister(99n);
    const invented = mean((item, template) => {
      const values = [
        item.expected.get('value'),
        item.expected.get('values'),
        item.expected.get('entity'),
        item.expected.get('instead'),
      ].flat();
      const attribute = String(item.expected.get('attribute') ?? '');
      const vocabulary = vocabularyOf(template.field);
      if (vocabulary === undefined) throw new Error('no vocabulary');
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
      const texts = kinds.map((kind) => drawers.get(kind)?.(random, vocabulary) ?? '');
      expect(values.length).toBeGreaterThan(0);
      return `${attribute}: ${texts.join('; ')}`;
    });
    expect(invented).toBeLessThanOrEqual(0.02);
  });
});
