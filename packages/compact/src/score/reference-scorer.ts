import type { EvaluationItem } from '../model/case.js';
import type { CycleScorecard, ItemScore } from '../model/scorecard.js';
import type { CycleInput, ScorerProfile } from '../model/scorer.js';
import { referenceContradictionRate } from './contradiction-rate.js';
import { driftResistance100, driftResistance200 } from './drift.js';
import { itemWeights } from './item-weight.js';
import { clamp01, neumaierSum } from './neumaier-sum.js';
import { type Answer, answerOf, runReferenceCheck } from './reference-check.js';
import { compressionRatio } from './token-count.js';

/** CompactBench's scorer 1.0.0, of its package 0.1.0. */
export const scorer100: ScorerProfile = {
  version: '1.0.0',
  scoreCycle: scoreReferenceCycle,
  driftResistance: driftResistance100,
};

/** CompactBench's scorer 2.0.0, of its package 0.2.0: another drift resistance, the same cycle scores. */
export const scorer200: ScorerProfile = {
  version: '2.0.0',
  scoreCycle: scoreReferenceCycle,
  driftResistance: driftResistance200,
};

function scoreReferenceCycle({ case: asked, cycle, responses, artifact, source }: CycleInput): CycleScorecard {
  const items = asked.evaluation_items;
  const answers = new Map<string, Answer>();
  const answer = ({ key }: EvaluationItem): Answer => {
    const known = answers.get(key) ?? answerOf(responses.get(key) ?? '');
    answers.set(key, known);
    return known;
  };
  const item_scores = items.map((item) => scoreItem(item, answer(item)));
  const cycle_score = weightedMean(item_scores);
  const contradiction_rate = referenceContradictionRate(items, asked.ground_truth.forbidden_behaviors, answer);
  return {
    cycle_number: cycle,
    cycle_score,
    penalized_cycle_score: clamp01(cycle_score * (1 - contradiction_rate)),
    contradiction_rate,
    compression_ratio: compressionRatio(source, artifact),
    item_scores,
  };
}

function scoreItem(item: EvaluationItem, answer: Answer): ItemScore {
  const score = runReferenceCheck(item.expected, answer);
  return {
    item_key: item.key,
    item_type: item.item_type,
    score,
    weight: itemWeights[item.item_type],
    check_type: String(item.expected.get('check') ?? 'unknown'),
    details: {},
  };
}

/** The items' scores by their weights; 0 without items. */
export function weightedMean(items: readonly ItemScore[]): number {
  if (items.length === 0) return 0;
  return neumaierSum(items.map((item) => item.score * item.weight)) / neumaierSum(items.map((item) => item.weight));
}
