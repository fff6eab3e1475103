import { matches } from './grid-model.js';
import type { PuzzlePlan } from './plan-puzzle.js';
import { turnPatterns } from './turn-patterns.js';

/**
 * Puts the words of a list into an order in which filling by the rule meets the planted traps and then the solution: of all words
 * that fit a slot at its turn, its traps come first, then its own.
 */
export function orderWords(list: readonly string[], { slots, solution, deadEnds, awkward }: PuzzlePlan): string[] {
  const order = [...list];
  const patterns = turnPatterns(slots, solution);
  for (let index = slots.length - 1; index >= 0; index -= 1) {
    const slot = slots[index];
    if (slot === undefined) continue;
    const pattern = patterns[index] ?? '';
    const placed = new Set(slots.slice(0, index).map(({ id }) => solution.get(id)));
    const own = [deadEnds.get(slot.id), awkward.get(slot.id), solution.get(slot.id)].filter(
      (word) => word !== undefined,
    );
    const rivals = order.filter((word) => matches(word, pattern) && !own.includes(word) && !placed.has(word));
    let before = rivals[0];
    for (const word of own.reverse()) {
      if (before !== undefined) moveBefore(order, word, before);
      before = word;
    }
  }
  return order;
}

/** Moves a word before another unless it stands there already. */
function moveBefore(order: string[], word: string, other: string): void {
  const [from, to] = [order.indexOf(word), order.indexOf(other)];
  if (from < to) return;
  order.splice(from, 1);
  order.splice(to, 0, word);
}
