import { crosswordSlots, openAreas, type Random, unsymmetricSquares } from '@obey/prepare';

/** Longest word that a grid asks for. */
const longest = 9;

/**
 * Draws the rows of an empty grid of odd size, `.` open and `#` closed, as British crosswords have them: words in every
 * other row and column, so that every other letter is crossed. Half a turn leaves it as it is, and it hangs together.
 */
export function drawSkeleton(random: Random, size: number): string[] {
  for (;;) {
    const rows = cut(random, size);
    const columns = cut(random, size);
    const squares = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (__, column) => {
        if (row % 2 === 1 && column % 2 === 1) return '#';
        if (row % 2 === 1) return columns[column]?.has(row) ? '#' : '.';
        return column % 2 === 1 && rows[row]?.has(column) ? '#' : '.';
      }).join(''),
    );
    const lengths = new Set(crosswordSlots(squares).map(({ length }) => length));
    const fits = lengths.size > 1 && Math.max(...lengths) <= longest;
    if (fits && openAreas(squares) === 1 && unsymmetricSquares(squares).length === 0) return squares;
  }
}

/** Where each even line is cut, by line; lines that half a turn exchanges are cut alike, from the other end. */
function cut(random: Random, size: number): Set<number>[] {
  const lines: Set<number>[] = Array.from({ length: size }, () => new Set());
  for (let line = 0; line <= (size - 1) / 2; line += 2) {
    const partner = size - 1 - line;
    const cuts = cutsOf(random, size, line === partner);
    lines[line] = new Set(cuts);
    lines[partner] = new Set(cuts.map((at) => size - 1 - at));
  }
  return lines;
}

function cutsOf(random: Random, size: number, isMiddle: boolean): number[] {
  for (;;) {
    const cuts: number[] = [];
    for (let at = 3; at <= size - 4; at += 2) {
      const last = cuts.at(-1) ?? -1;
      if (at - last > 3 && random.chance(0.45)) cuts.push(at);
    }
    const edges = [-1, ...cuts, size];
    const parts = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0) - 1);
    const isSame = cuts.every((at) => cuts.includes(size - 1 - at));
    if (parts.every((part) => part >= 3 && part <= longest) && (!isMiddle || isSame)) return cuts;
  }
}
