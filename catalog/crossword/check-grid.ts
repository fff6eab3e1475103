import { badWords, crosswordSlots, openAreas, pairsIn, shortSlots, unsymmetricSquares } from '@obey/prepare';
import type { PuzzleFact, RegionFact } from './puzzle.js';

/** How a grid stands to one constraint. */
export interface Verdict {
  /** Squares, words or regions that were looked at. */
  readonly examined: number;
  /** Those of them that break the rule. */
  readonly where: readonly string[];
}

/** Looks at a grid by one constraint; `words` is by slot, those of empty slots missing. Undefined for an unknown constraint. */
export function checkGrid(
  constraint: string,
  { rows, pairs, tolerated, words: list }: PuzzleFact,
  regions: readonly RegionFact[],
  words: ReadonlyMap<string, string>,
): Verdict | undefined {
  const slots = crosswordSlots(rows);
  const squares = rows.reduce((sum, row) => sum + row.length, 0);
  switch (constraint) {
    case 'symmetry':
      return { examined: squares, where: unsymmetricSquares(rows) };
    case 'connection':
      return { examined: squares - rows.join('').split('#').length + 1, where: openAreas(rows) === 1 ? [] : ['grid'] };
    case 'lengths':
      return { examined: slots.length, where: shortSlots(rows) };
    case 'words': {
      const filled = new Map(slots.map(({ id }) => [id, words.get(id) ?? '']));
      return { examined: slots.length, where: badWords(filled, new Set(list.map(([word]) => word))) };
    }
    case 'pairs': {
      const awkward = new Set(pairs);
      const over = regions.filter((region) => pairsOf(region, words, awkward) > tolerated);
      return { examined: regions.length, where: over.map(({ id }) => id) };
    }
    default:
      return undefined;
  }
}

/** Number of awkward pairs in the words of a region. */
export function pairsOf(
  { slots }: RegionFact,
  words: ReadonlyMap<string, string>,
  awkward: ReadonlySet<string>,
): number {
  return slots.reduce((sum, { id }) => sum + pairsIn(words.get(id) ?? '', awkward), 0);
}
