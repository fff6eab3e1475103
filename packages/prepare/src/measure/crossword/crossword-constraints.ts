import { closedSquare, crosswordSlots, isOpen } from './crossword-slots.js';

/** Whether every row is as long as there are rows. */
export function isSquareGrid(rows: readonly string[]): boolean {
  return rows.length > 0 && rows.every((row) => row.length === rows.length);
}

/** Squares, as `row,column`, whose partner after half a turn differs in being open or closed; none in a symmetric grid. */
export function unsymmetricSquares(rows: readonly string[]): string[] {
  const found: string[] = [];
  rows.forEach((text, row) => {
    for (let column = 0; column < text.length; column += 1) {
      const partner = isOpen(rows, rows.length - 1 - row, text.length - 1 - column);
      if (isOpen(rows, row, column) !== partner) found.push(`${row},${column}`);
    }
  });
  return found;
}

/** Number of areas of open squares that touch by their sides: 1 in a connected grid, 0 in one without an open square. */
export function openAreas(rows: readonly string[]): number {
  const left = new Set(
    rows.flatMap((text, row) =>
      [...text].flatMap((square, column) => (square === closedSquare ? [] : `${row},${column}`)),
    ),
  );
  let areas = 0;
  for (const first of left) {
    areas += 1;
    const edge = [first];
    left.delete(first);
    for (let square = edge.pop(); square !== undefined; square = edge.pop()) {
      const [row = 0, column = 0] = square.split(',').map(Number);
      for (const next of [
        `${row - 1},${column}`,
        `${row + 1},${column}`,
        `${row},${column - 1}`,
        `${row},${column + 1}`,
      ]) {
        if (left.delete(next)) edge.push(next);
      }
    }
  }
  return areas;
}

/** Slots with fewer than `least` squares. */
export function shortSlots(rows: readonly string[], least = 3): string[] {
  return crosswordSlots(rows).flatMap(({ id, length }) => (length < least ? [id] : []));
}

/** The word in each slot of a filled grid, by slot id, in lower case. */
export function crosswordWords(rows: readonly string[]): Map<string, string> {
  return new Map(
    crosswordSlots(rows).map(({ id, cells }) => [
      id,
      cells
        .map((cell) => {
          const [row = 0, column = 0] = cell.split(',').map(Number);
          return rows[row]?.[column] ?? '';
        })
        .join('')
        .toLowerCase(),
    ]),
  );
}

/** Slots whose word is not in the dictionary, or stands in an earlier slot too. */
export function badWords(words: ReadonlyMap<string, string>, dictionary: ReadonlySet<string>): string[] {
  const seen = new Set<string>();
  const bad: string[] = [];
  for (const [slot, word] of words) {
    if (!dictionary.has(word) || seen.has(word)) bad.push(slot);
    seen.add(word);
  }
  return bad;
}

/** Slots that disagree with another about the letter of a square that they share; words are by slot id, and may be missing. */
export function crossingConflicts(rows: readonly string[], words: Readonly<Record<string, string>>): string[] {
  const letters = new Map<string, string>();
  const bad = new Set<string>();
  for (const { id, cells } of crosswordSlots(rows)) {
    const word = words[id];
    if (word === undefined) continue;
    if (word.length !== cells.length) bad.add(id);
    cells.forEach((cell, index) => {
      const known = letters.get(cell);
      if (known !== undefined && known !== word[index]) bad.add(id);
      letters.set(cell, known ?? word[index] ?? '');
    });
  }
  return [...bad];
}

/** Number of neighbouring letters of a word that are one of `pairs`. */
export function pairsIn(word: string, pairs: ReadonlySet<string>): number {
  return [...word].filter((letter, at) => pairs.has(letter + (word[at + 1] ?? ''))).length;
}
