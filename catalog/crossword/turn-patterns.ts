import type { CrosswordSlot } from '@obey/prepare';

/** What the words of the slots before leave of each slot at its turn, in the order of filling: a letter or `?` for each square. */
export function turnPatterns(slots: readonly CrosswordSlot[], solution: ReadonlyMap<string, string>): string[] {
  const letters = new Map<string, string>();
  return slots.map(({ id, cells }) => {
    const pattern = cells.map((cell) => letters.get(cell) ?? '?').join('');
    cells.forEach((cell, at) => {
      letters.set(cell, solution.get(id)?.[at] ?? '?');
    });
    return pattern;
  });
}
