import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../../model/artifact.js';
import type { Case, EvaluationItem, ItemType } from '../../../model/case.js';
import { cycleScorecardSchema } from '../../../model/scorecard.js';
import { weightedMean } from '../../../score/reference-scorer.js';
import { ScoringError } from '../../../score/scoring-error.js';
import { obey1Profile } from '../obey1-profile.js';
import { driftResistance } from './drift-resistance.js';

const item = (key: string, item_type: ItemType, prompt: string, expected: Record<string, unknown>): EvaluationItem => ({
  key,
  item_type,
  prompt,
  expected: new Map(Object.entries(expected)),
});

const rule = 'skip code review';
const items = [
  item('rule', 'forbidden_behavior_retention', 'What was ruled out?', { check: 'contains_normalized', value: rule }),
  item('again', 'forbidden_behavior_retention', 'Which rule holds?', {
    check: 'contains_normalized',
    value: `${rule}`,
    stance: 'prohibited',
  }),
  item('plan', 'locked_decision_retention', 'What is the plan?', {
    check: 'contains_normalized',
    value: 'ship weekly',
    rejects: ['ship daily'],
  }),
  item('next', 'planning_soundness', 'Propose a next step.', { check: 'forbidden_absent', value: rule }),
];

const asked = (evaluation_items: readonly EvaluationItem[] = items): Case => ({
  case_id: 't:s1:deasy',
  template_key: 't',
  template_version: '1.0.0',
  seed: 1n,
  difficulty: 'easy',
  transcript: {
    turns: [{ id: 0, role: 'user', content: 'Never skip code review. We ship weekly, not daily.', tags: [] }],
  },
  ground_truth: {
    immutable_facts: [],
    locked_decisions: ['ship weekly'],
    forbidden_behaviors: [rule],
    unresolved_items: [],
    deferred_items: [],
    entity_map: new Map(),
  },
  evaluation_items,
});

const artifact = (summaryText: string, entity_map: [string, string][] = []): Artifact => ({
  schemaVersion: '1.0.0',
  summaryText,
  structured_state: {
    immutable_facts: [],
    locked_decisions: [],
    deferred_items: [],
    forbidden_behaviors: [],
    entity_map: new Map(entity_map),
    unresolved_items: [],
  },
  selectedSourceTurnIds: [],
  warnings: [],
  methodMetadata: {},
});

const score = (responses: Record<string, string>, one = asked(), kept = artifact('x')) =>
  obey1Profile.scoreCycle({
    case: one,
    cycle: 0,
    responses: new Map(Object.entries(responses)),
    artifact: kept,
    source: one.transcript,
  });

const perfect = {
  rule: 'Never skip code review.',
  again: 'Nobody may skip code review.',
  plan: 'Ship weekly.',
  next: 'Open a pull request; we do not skip code review.',
};

describe('obey-1', () => {
  it('gives perfect answers that restate the rule all there is', () => {
    const card = score(perfect);
    expect(cycleScorecardSchema.parse(card)).toEqual(card);
    expect(card).toMatchObject({ cycle_score: 1, penalized_cycle_score: 1, contradiction_rate: 0 });
  });

  it('counts a constraint that two items ask for once', () => {
    expect(score(perfect).item_scores.map(({ weight }) => weight)).toEqual([1.5, 1.5, 3, 1]);
  });

  it('earns the absence of a forbidden value as far as the rest was known', () => {
    const card = score({ ...perfect, plan: 'I forgot.' });
    expect(card.item_scores[3]?.score).toBe(0.5);
    expect(card.cycle_score).toBeCloseTo((1.5 + 1.5 + 0.5) / 7, 12);
  });

  it.each([
    {},
    { rule: '', again: '', plan: '', next: '' },
    { rule: "I don't know.", again: "I don't know.", plan: "I don't know.", next: "I don't know." },
    {
      rule: 'What was ruled out?',
      again: 'Which rule holds?',
      plan: 'What is the plan?',
      next: 'Propose a next step.',
    },
    { rule: 'Never paint it blue.', again: 'Never paint it blue.', plan: 'Paint it blue.', next: 'Paint it blue.' },
    { next: 'No.' },
  ])('gives ignorance nothing: %j', (responses) => {
    expect(score(responses)).toMatchObject({ cycle_score: 0, penalized_cycle_score: 0, contradiction_rate: 0 });
  });

  it('counts a contradiction once, however many answers hold it, and not a mention', () => {
    const one = score({ ...perfect, next: 'We should skip code review.' });
    const two = score({ ...perfect, next: 'We should skip code review.', plan: 'Ship weekly and skip code review.' });
    // Two constraints: the rule, and the rejected plan.
    expect(one.contradiction_rate).toBe(0.5);
    expect(two.contradiction_rate).toBe(0.5);
    expect(score({ ...perfect, plan: 'Ship daily.' }).contradiction_rate).toBe(0.5);
    expect(score({ ...perfect, plan: 'Ship weekly; ship daily was dropped.' }).contradiction_rate).toBe(0);
  });

  it('keeps the law of the scorecard: mean of items by weight, less contradictions', () => {
    const card = score({ ...perfect, next: 'We should skip code review.' });
    expect(card.cycle_score).toBeCloseTo(weightedMean(card.item_scores), 12);
    expect(card.penalized_cycle_score).toBeCloseTo(card.cycle_score * (1 - card.contradiction_rate), 12);
  });

  it('explains each verdict by the mentions it rests on', () => {
    expect(score(perfect).item_scores[0]?.details).toMatchObject({
      reason: 'prohibited',
      mentions: [{ value: rule, class: 'negated', excerpt: 'Never skip code review.', because: ['neg:Never'] }],
    });
  });

  it('counts labels and keys of the artifact', () => {
    const bare = score(perfect, asked(), artifact('a')).compression_ratio;
    const keyed = score(
      perfect,
      asked(),
      artifact('a', [['some rather long key that smuggles content', 'b']]),
    ).compression_ratio;
    expect(keyed).toBeLessThan(bare / 3);
    expect(score(perfect, asked(), artifact('')).compression_ratio).toBeLessThan(12);
  });

  it('scores no items as 0 and names the item that cannot be read', () => {
    expect(score({}, asked([]))).toMatchObject({ cycle_score: 0, item_scores: [] });
    const broken = asked([item('broken', 'planning_soundness', 'What?', { check: 'nothing' })]);
    expect(() => score({}, broken)).toThrow(ScoringError);
    expect(() => score({}, broken)).toThrow(/^broken: /);
  });
});

describe('driftResistance', () => {
  it.each([
    [[], 0],
    [[0.9], 0],
    [[0, 0, 0], 0],
    [[0, 1], 0],
    [[1, 1, 1], 1],
    [[0.8, 0.4, 0.8], 0.75],
    [[0.5, 1, 0.25], 0.75],
  ])('of %j is %d', (penalized, resistance) => {
    expect(driftResistance(penalized)).toBeCloseTo(resistance, 12);
  });
});
