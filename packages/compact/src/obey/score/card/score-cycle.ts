import { renderArtifact } from '../../../artifact/render-artifact.js';
import type { EvaluationItem } from '../../../model/case.js';
import type { CycleScorecard, ItemScore } from '../../../model/scorecard.js';
import type { CycleInput } from '../../../model/scorer.js';
import { clamp01 } from '../../../score/neumaier-sum.js';
import { weightedMean } from '../../../score/reference-scorer.js';
import type { CheckResult } from '../check/check-result.js';
import { isEcho } from '../check/is-echo.js';
import { runCheck } from '../check/run-check.js';
import { readResponse } from '../mention/analyse-value.js';
import { contradictionRate } from './contradictions.js';
import { renderedRatio } from './count-artifact.js';
import { explain } from './explain.js';
import { weighItems } from './item-weights.js';
import type { JudgedItem } from './judged-item.js';

/**
 * Scores one cycle. Items without proof of knowledge (a forbidden value is absent, and no alternative is asked for) earn
 * as much as the case's other items did on average; where there are none, nothing. Nor does an answer that only repeats the
 * conversation or the artifact.
 * @throws ScoringError where an item's `expected` cannot be read
 */
export function scoreCycle({ case: asked, cycle, responses, artifact, source }: CycleInput): CycleScorecard {
  const items = asked.evaluation_items;
  const forbidden = asked.ground_truth.forbidden_behaviors;
  const rendered = renderArtifact(artifact);
  const judged = items.map((item): JudgedItem => {
    const response = responses.get(item.key) ?? '';
    const answer = readResponse(item.prompt, response);
    const context = { question: item.prompt, answer, response, forbidden };
    const result = runCheck(item.expected, context, item.key);
    return { item, answer, result: isEcho(response, source, rendered) ? echoed(result) : result };
  });
  const weights = weighItems(items);
  const plain = judged.map(({ item, result }, index) => itemScore(item, result, weights[index] ?? 1, result.score));
  const proven = weightedMean(plain.filter((_, index) => judged[index]?.result.conditional !== true));
  const item_scores = judged.map(({ item, result }, index) =>
    itemScore(
      item,
      result,
      weights[index] ?? 1,
      result.conditional === true ? clamp01(result.score * proven) : result.score,
    ),
  );
  const cycle_score = clamp01(weightedMean(item_scores));
  const contradiction_rate = contradictionRate(judged, forbidden);
  return {
    cycle_number: cycle,
    cycle_score,
    penalized_cycle_score: clamp01(cycle_score * (1 - contradiction_rate)),
    contradiction_rate,
    compression_ratio: renderedRatio(source, artifact),
    item_scores,
  };
}

const echoed = (result: CheckResult): CheckResult => ({
  ...result,
  score: 0,
  reason: 'the answer pours out its material',
});

const itemScore = (item: EvaluationItem, result: CheckResult, weight: number, score: number): ItemScore => ({
  item_key: item.key,
  item_type: item.item_type,
  score,
  weight,
  check_type: String(item.expected.get('check')),
  details: explain(result),
});
