import type { EvaluationItem } from '../../../model/case.js';
import { isConstraintItem, itemWeights } from '../../../score/item-weight.js';
import { valueName } from '../check/same-value.js';

/** Each item's weight by its type; items that ask for the same constraint share the weight of one. */
export function weighItems(items: readonly EvaluationItem[]): number[] {
  const names = items.map(constraintName);
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return items.map((item, index) => {
    const name = names[index];
    return itemWeights[item.item_type] / (name === undefined ? 1 : (counts.get(name) ?? 1));
  });
}

function constraintName(item: EvaluationItem): string | undefined {
  const value = item.expected.get('value');
  return isConstraintItem(item.item_type) && typeof value === 'string' ? valueName(value) : undefined;
}
