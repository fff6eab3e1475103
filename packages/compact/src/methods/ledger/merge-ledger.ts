import type { StructuredState } from '../../model/artifact.js';

/**
 * A ledger and what a segment adds, as CompactBench merges them: facts are those of the segment alone, the other lists only grow, without
 * exact repeats, and an entity keeps its place but takes the new role. A first segment stands as it is.
 */
export function mergeLedger(previous: StructuredState | undefined, delta: StructuredState): StructuredState {
  if (previous === undefined) return delta;
  const both = (name: 'locked_decisions' | 'deferred_items' | 'forbidden_behaviors' | 'unresolved_items') => [
    ...new Set([...previous[name], ...delta[name]]),
  ];
  return {
    immutable_facts: delta.immutable_facts,
    locked_decisions: both('locked_decisions'),
    deferred_items: both('deferred_items'),
    forbidden_behaviors: both('forbidden_behaviors'),
    entity_map: new Map([...previous.entity_map, ...delta.entity_map]),
    unresolved_items: both('unresolved_items'),
  };
}
