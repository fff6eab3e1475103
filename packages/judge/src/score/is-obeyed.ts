import type { Unit } from '@obey/schema';

/** Whether nothing at all is missing from a unit: done whole, and, for a decision with branch events, taken on what had been seen. */
export function isObeyed(unit: Unit): boolean {
  return unit.exercised && unit.credit === 1 && unit.decision?.informed !== false;
}
