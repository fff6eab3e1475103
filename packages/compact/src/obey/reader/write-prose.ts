import type { StructuredState } from '../../model/artifact.js';

/**
 * A state as prose, whole sentences one after the other, cut where the order sets a limit: `fewer than 500 words`, or `two or three sentences`,
 * which are the first of them.
 */
export function writeProse(state: StructuredState, order: string): string {
  const { immutable_facts, locked_decisions, forbidden_behaviors, deferred_items, unresolved_items } = state;
  const sentences = [
    ...immutable_facts,
    ...locked_decisions,
    ...forbidden_behaviors,
    ...deferred_items,
    ...unresolved_items,
    ...state.entity_map.values(),
  ];
  if (/\btwo or three sentences\b/.test(order)) return immutable_facts.slice(0, 1).join(' ');
  const most = Number(/\bfewer than (\d+) words\b/.exec(order)?.[1] ?? Number.POSITIVE_INFINITY);
  let words = 0;
  return sentences
    .filter((sentence) => {
      words += sentence.split(' ').length;
      return words < most;
    })
    .join(' ');
}
