import type { EvaluationItem } from '../model/case.js';
import { isConstraintItem } from './item-weight.js';
import { normalise } from './normalise.js';
import type { Answer } from './reference-check.js';

/**
 * The share of answers, to items that do not ask for a constraint itself, that contain any of the forbidden texts;
 * 0 without such items. As in the reference a mention is a violation, and a blank text is in every answer.
 */
export function referenceContradictionRate(
  items: readonly EvaluationItem[],
  forbidden: readonly string[],
  answer: (item: EvaluationItem) => Answer,
): number {
  const considered = items.filter((item) => !isConstraintItem(item.item_type));
  if (considered.length === 0) return 0;
  const texts = forbidden.map(normalise);
  const violating = considered.filter((item) => texts.some((text) => answer(item).normalised.includes(text)));
  return violating.length / considered.length;
}
