import { createRandom, crosswordSlots, crosswordWords, openAreas, shortSlots, unsymmetricSquares } from '@obey/prepare';
import { expect, it } from 'vitest';
import { makePuzzle } from './make-puzzle.js';

const full = process.env.OBEY_FULL === '1';
const sizes = {
  easy: { size: 7, regions: 6, deadEnds: 3, violating: 3, tolerated: 1 },
  medium: { size: 9, regions: 8, deadEnds: 4, violating: 3, tolerated: 1 },
  hard: { size: 11, regions: 9, deadEnds: 5, violating: 4, tolerated: 1 },
  elite: { size: 15, regions: 12, deadEnds: 6, violating: 5, tolerated: 1 },
};
const seedsOf = { easy: full ? 30 : 2, medium: full ? 20 : 1, hard: full ? 15 : 1, elite: full ? 10 : 1 };

it.each(Object.entries(sizes))('plants a grid that can be filled and its traps: %s', (level, asked) => {
  for (let seed = 0; seed < seedsOf[level as keyof typeof seedsOf]; seed += 1) {
    const { rows, slots, solution, deadEnds, awkward, regions, violating, boundary, words } = makePuzzle(
      createRandom(seed, 'crossword'),
      asked,
    );
    expect(rows).toHaveLength(asked.size);
    expect([unsymmetricSquares(rows), openAreas(rows), shortSlots(rows)]).toEqual([[], 1, []]);
    expect(new Set(words.map(([word]) => word)).size).toBe(5_000);
    expect(deadEnds.size).toBe(asked.deadEnds);
    expect(violating).toHaveLength(asked.violating);
    expect(violating).not.toContain(boundary);
    expect(awkward.size).toBeGreaterThan(0);
    expect(regions.flatMap((region) => region.slots.map(({ id }) => id)).sort()).toEqual(
      crosswordSlots(rows)
        .map(({ id }) => id)
        .sort(),
    );
    const squares = rows.map((row) => [...row]);
    for (const slot of slots) {
      slot.cells.forEach((cell, at) => {
        const [row = 0, column = 0] = cell.split(',').map(Number);
        (squares[row] as string[])[column] = solution.get(slot.id)?.[at] ?? '';
      });
    }
    expect(crosswordWords(squares.map((row) => row.join('')))).toEqual(
      new Map(crosswordSlots(rows).map(({ id }) => [id, solution.get(id)])),
    );
  }
});
