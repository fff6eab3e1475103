import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  badWords,
  crossingConflicts,
  crosswordWords,
  isSquareGrid,
  openAreas,
  pairsIn,
  shortSlots,
  unsymmetricSquares,
} from './crossword-constraints.js';
import { crosswordSlots, isOpen } from './crossword-slots.js';

const grids = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.array(
    fc.array(fc.constantFrom('.', '.', '#'), { minLength: size, maxLength: size }).map((row) => row.join('')),
    { minLength: size, maxLength: size },
  ),
);
const runs = { numRuns: process.env.OBEY_FULL === '1' ? 2_000 : 150 };
const turned = (rows: readonly string[]) => rows.map((row) => [...row].reverse().join('')).reverse();

describe('crosswordSlots', () => {
  it('numbers as a newspaper does', () => {
    const slots = crosswordSlots(['...', '.#.', '...']);
    expect(slots.map(({ id, length }) => `${id} ${length}`)).toEqual([
      '1-across 3',
      '1-down 3',
      '2-down 3',
      '3-across 3',
    ]);
    expect(slots[2]?.cells).toEqual(['0,2', '1,2', '2,2']);
  });

  it('covers each open square that has an open neighbour, at most once in each direction', () => {
    fc.assert(
      fc.property(grids, (rows) => {
        const slots = crosswordSlots(rows);
        const numbers = slots.map(({ number }) => number);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        expect(new Set(slots.map(({ id }) => id)).size).toBe(slots.length);
        for (const direction of ['across', 'down'] as const) {
          const cells = slots.filter((slot) => slot.direction === direction).flatMap((slot) => slot.cells);
          expect(new Set(cells).size).toBe(cells.length);
          const open = rows.flatMap((row, at) => [...row].map((_, column) => [at, column] as const));
          const beside = open.filter(([row, column]) => {
            const [down, right] = direction === 'down' ? [1, 0] : [0, 1];
            const near = isOpen(rows, row + down, column + right) || isOpen(rows, row - down, column - right);
            return isOpen(rows, row, column) && near;
          });
          expect(new Set(cells)).toEqual(new Set(beside.map(([row, column]) => `${row},${column}`)));
        }
      }),
      runs,
    );
  });
});

describe('the constraints of a grid', () => {
  it('are symmetric just when half a turn changes nothing', () => {
    fc.assert(
      fc.property(grids, (rows) => {
        expect(unsymmetricSquares(rows).length === 0).toBe(turned(rows).join() === rows.join());
        const [top = ''] = rows;
        expect(unsymmetricSquares([...rows, ...turned(rows)])).toEqual([]);
        expect(isSquareGrid(rows)).toBe(true);
        expect(isSquareGrid([...rows, top])).toBe(false);
      }),
      runs,
    );
  });

  it('have as many areas whichever way the grid is turned, and one more for a square set apart', () => {
    fc.assert(
      fc.property(grids, (rows) => {
        const areas = openAreas(rows);
        expect(openAreas(turned(rows))).toBe(areas);
        const wall = '#'.repeat(rows.length);
        expect(openAreas([...rows, wall, `.${wall.slice(1)}`])).toBe(areas + 1);
        expect(areas === 0).toBe(!rows.join('').includes('.'));
      }),
      runs,
    );
  });

  it('name slots that are too short', () => {
    expect(shortSlots(['..#', '...', '#..'])).toEqual(['1-across', '1-down', '4-down', '5-across']);
    fc.assert(
      fc.property(grids, (rows) => {
        const short = new Set(shortSlots(rows, 4));
        for (const { id, length } of crosswordSlots(rows)) expect(short.has(id)).toBe(length < 4);
      }),
      runs,
    );
  });
});

describe('the words of a grid', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 81, maxLength: 81 });

  it('are read back as they were written, without a conflict', () => {
    fc.assert(
      fc.property(grids, letters, (rows, text) => {
        const filled = rows.map((row, at) =>
          [...row].map((one, column) => (one === '#' ? one : text[at * 9 + column])).join(''),
        );
        const words = crosswordWords(filled.map((row) => row.toUpperCase()));
        expect(crossingConflicts(rows, Object.fromEntries(words))).toEqual([]);
        const all = new Set(words.values());
        expect(badWords(words, all)).toHaveLength(words.size - all.size);
        expect(badWords(words, new Set())).toHaveLength(words.size);
      }),
      runs,
    );
  });

  it('conflict where a crossing letter differs or a length does', () => {
    const rows = ['...', '.#.', '...'];
    const words = { '1-across': 'abc', '1-down': 'axy', '2-down': 'czz', '3-across': 'yoz' };
    expect(crossingConflicts(rows, words)).toEqual([]);
    expect(crossingConflicts(rows, { ...words, '2-down': 'bzz' })).toEqual(['2-down']);
    expect(crossingConflicts(rows, { '1-across': 'abcd' })).toEqual(['1-across']);
  });

  it('count their pairs of letters', () => {
    expect(pairsIn('banana', new Set(['an', 'xy']))).toBe(2);
    expect(pairsIn('aaa', new Set(['aa']))).toBe(2);
    expect(pairsIn('', new Set(['a']))).toBe(0);
  });
});
