/** A place for a word: a run of two or more open squares across or down. */
export interface CrosswordSlot {
  /** `5-across`. */
  readonly id: string;
  /** As printed: squares where a slot begins are numbered row by row, from 1. */
  readonly number: number;
  readonly direction: 'across' | 'down';
  readonly length: number;
  /** `row,column` of its squares, from 0, in reading order. */
  readonly cells: readonly string[];
}

/** The square that is closed; every other character is an open one, with or without its letter. */
export const closedSquare = '#';

/** Whether a square of a grid is open; one outside of it is not. */
export function isOpen(rows: readonly string[], row: number, column: number): boolean {
  const square = rows[row]?.[column];
  return square !== undefined && square !== closedSquare;
}

/** The slots of a grid, by number, across before down. Rows are strings in which `#` is a closed square. */
export function crosswordSlots(rows: readonly string[]): CrosswordSlot[] {
  const slots: CrosswordSlot[] = [];
  let number = 0;
  rows.forEach((text, row) => {
    for (let column = 0; column < text.length; column += 1) {
      if (!isOpen(rows, row, column)) continue;
      const across = isOpen(rows, row, column - 1) ? [] : run(rows, row, column, 0, 1);
      const down = isOpen(rows, row - 1, column) ? [] : run(rows, row, column, 1, 0);
      if (across.length < 2 && down.length < 2) continue;
      number += 1;
      for (const [direction, cells] of [['across', across] as const, ['down', down] as const]) {
        if (cells.length > 1) {
          slots.push({ id: `${number}-${direction}`, number, direction, length: cells.length, cells });
        }
      }
    }
  });
  return slots;
}

function run(rows: readonly string[], row: number, column: number, down: number, right: number): string[] {
  const cells: string[] = [];
  for (let at = 0; isOpen(rows, row + at * down, column + at * right); at += 1) {
    cells.push(`${row + at * down},${column + at * right}`);
  }
  return cells;
}
