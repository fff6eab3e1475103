import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlain } from '../json/json-value.js';
import { parseJson } from '../json/parse-json.js';
import { type EvaluationItem, itemTypes } from '../model/case.js';
import type { CycleScorecard } from '../model/scorecard.js';
import { cycleScorecardSchema } from '../model/scorecard.js';
import type { Transcript } from '../model/transcript.js';
import { closeTo } from '../testing/close-to.js';
import { readArtifact, readCase } from '../testing/read-case.js';
import { hasShared } from '../testing/shared-data.js';
import { vectorFile, vectorList } from '../testing/vectors.js';
import { itemWeights } from './item-weight.js';
import { scorer100, scorer200 } from './reference-scorer.js';
import { ScoringError } from './scoring-error.js';
import { countArtifactTokens, countTranscriptTokens } from './token-count.js';

describe.skipIf(!hasShared)('scorers 1.0.0 and 2.0.0, by the vectors', () => {
  const vectors = vectorList('scoring.json').map(
    (vector, index) => [`${index} ${vector.get('label')}`, vector] as const,
  );

  it.each(vectors)('%s', (_, vector) => {
    const asked = readCase(String(vector.get('case_compact_form')));
    const artifact = readArtifact(vector.get('artifact') ?? null);
    const given = toPlain(vector.get('source_transcript') ?? null) as Transcript | null;
    const input = {
      case: asked,
      cycle: Number(vector.get('cycle_number')),
      responses: vector.get('responses') as ReadonlyMap<string, string>,
      artifact,
      source: given ?? asked.transcript,
    };
    const card = scorer100.scoreCycle(input);
    const expected = parseJson(String(vector.get('scorecard_compact_form')));
    if (!expected.ok) throw new Error(expected.fault.message);
    expect(card).toEqual(closeTo(toPlain(expected.value) as CycleScorecard));
    expect(scorer200.scoreCycle(input)).toEqual(card);
    expect(cycleScorecardSchema.parse(card)).toEqual(card);
    expect(countTranscriptTokens(input.source)).toBe(Number(vector.get('transcript_tokens')));
    expect(countArtifactTokens(artifact)).toBe(Number(vector.get('artifact_tokens')));
  });

  it('weighs the six kinds of item as the reference does', () => {
    expect(itemWeights).toEqual(toPlain(vectorFile('scoring.json').get('weights') ?? null));
  });
});

const transcript: Transcript = { turns: [{ id: 0, role: 'user', content: 'hello', tags: [] }] };

describe('scorer 1.0.0', () => {
  const item = fc.record<EvaluationItem>({
    key: fc.stringMatching(/^[a-z]{1,3}$/),
    item_type: fc.constantFrom(...itemTypes),
    prompt: fc.constant('?'),
    expected: fc
      .record({ check: fc.constantFrom('contains_normalized', 'forbidden_absent', 'exact'), value: fc.string() })
      .map((spec) => new Map(Object.entries(spec))),
  });
  const cases = fc.record({
    items: fc.array(item, { maxLength: 6 }),
    forbidden: fc.array(fc.string(), { maxLength: 3 }),
    answers: fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.string()),
    summaryText: fc.string(),
  });

  it('gives every case and every answer a scorecard within its bounds', () => {
    fc.assert(
      fc.property(cases, ({ items, forbidden, answers, summaryText }) => {
        const card = scorer100.scoreCycle({
          case: {
            ...emptyCase,
            evaluation_items: items,
            ground_truth: { ...emptyTruth, forbidden_behaviors: forbidden },
          },
          cycle: 1,
          responses: new Map(Object.entries(answers)),
          artifact: { ...emptyArtifact, summaryText },
          source: transcript,
        });
        expect(cycleScorecardSchema.parse(card)).toEqual(card);
        expect(card.penalized_cycle_score).toBeLessThanOrEqual(card.cycle_score);
      }),
    );
  });

  it('refuses the checks of the extension', () => {
    for (const check of ['numeric_within', 'entity_consistent']) {
      const asked = {
        key: 'a',
        item_type: 'entity_integrity',
        prompt: '?',
        expected: new Map([['check', check]]),
      } as const;
      const run = () =>
        scorer200.scoreCycle({
          case: { ...emptyCase, evaluation_items: [asked] },
          cycle: 0,
          responses: new Map(),
          artifact: emptyArtifact,
          source: transcript,
        });
      expect(run).toThrow(ScoringError);
    }
  });
});

const emptyTruth = {
  immutable_facts: [],
  locked_decisions: [],
  forbidden_behaviors: [],
  unresolved_items: [],
  deferred_items: [],
  entity_map: new Map<string, string>(),
};
const emptyCase = {
  case_id: 'a:s1:deasy',
  template_key: 'a',
  template_version: '1.0.0',
  seed: 1n,
  difficulty: 'easy' as const,
  transcript,
  ground_truth: emptyTruth,
  evaluation_items: [],
};
const emptyArtifact = {
  schemaVersion: '1.0.0',
  summaryText: '',
  structured_state: emptyTruth,
  selectedSourceTurnIds: [],
  warnings: [],
  methodMetadata: {},
};
