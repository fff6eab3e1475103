import type { Facts, Json } from '@obey/schema';

/**
 * Keys that the fact `planted` lists: what prepare.ts made exceptional, under any names. A deviation prefers other items,
 * so that it does not meet an exception by accident.
 */
export function plantedItems(facts: Facts): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (typeof value === 'string') keys.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(facts.planted);
  return keys;
}
