import type { Json } from '@obey/schema';
import type { Item } from '../ast.js';
import { itemKey } from './item-key.js';
import { itemVariables } from './item-variables.js';
import type { StepValues } from './step-values.js';

/** What an aggregate's `expect` calls `values`: the loop variables of an item by name, and its value. */
export interface AggregateInput {
  readonly key: string;
  readonly item: Readonly<Record<string, Json>>;
  readonly value: unknown;
}

/** The inputs of an aggregate where `item` is bound: per item the value of the last step in `of` that has yielded, in item order. */
export function aggregateInputs(values: StepValues, of: readonly string[], item: Item): AggregateInput[] {
  const byKey = new Map<string, { item: Item; value: unknown }>();
  for (const step of of) {
    for (const entry of values.entries(step, item)) byKey.set(itemKey(entry.item), entry);
  }
  return [...byKey]
    .sort(([, a], [, b]) => values.compare(a.item, b.item))
    .map(([key, entry]) => ({ key, item: itemVariables(entry.item), value: entry.value }));
}
