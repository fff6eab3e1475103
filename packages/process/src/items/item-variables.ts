import type { Json } from '@obey/schema';
import type { Item } from '../ast.js';

/** The loop variables of an item with their values; of two with the same name the inner one counts. */
export function itemVariables(item: Item): Record<string, Json> {
  const variables: Record<string, Json> = {};
  for (const { variable, value } of item) variables[variable] = value;
  return variables;
}
