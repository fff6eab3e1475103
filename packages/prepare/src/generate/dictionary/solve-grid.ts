import type { CrosswordSlot } from '../../measure/crossword/crossword-slots.js';
import type { Random } from '../../random.js';
import { drawWord, type WordShape } from './draw-word.js';

/** Letters for squares where words cross: consonants mostly, so that a vowel fits between. */
const crossing = 'bcdfghklmnprstbcdlmnprstaeio';

/**
 * Fills the slots of a grid with invented words that agree where they cross and are all different, by slot id. `without`
 * names pairs of letters that no word has. Undefined when a draw leads nowhere; draw again from another stream.
 */
export function solveGrid(
  random: Random,
  slots: readonly CrosswordSlot[],
  without: ReadonlySet<string> = new Set(),
): Map<string, string> | undefined {
  const uses = new Map<string, number>();
  for (const { cells } of slots) for (const cell of cells) uses.set(cell, (uses.get(cell) ?? 0) + 1);
  const wished = new Map<string, string>();
  for (const [cell, count] of uses) if (count > 1) wished.set(cell, random.pick([...crossing]));
  const letters = new Map<string, string>();
  const words = new Map<string, string>();
  for (const { id, length, cells } of slots) {
    const given = lettersAt(cells, letters);
    const hoped = { ...lettersAt(cells, wished), ...given };
    const taken = new Set(words.values());
    const word =
      draw(random, { length, fixed: hoped, without }, taken) ?? draw(random, { length, fixed: given, without }, taken);
    if (word === undefined) return undefined;
    cells.forEach((cell, index) => {
      letters.set(cell, word[index] ?? '');
    });
    words.set(id, word);
  }
  return words;
}

function draw(random: Random, shape: WordShape, taken: ReadonlySet<string>): string | undefined {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const word = drawWord(random, shape);
    if (word !== undefined && !taken.has(word)) return word;
  }
  return undefined;
}

function lettersAt(cells: readonly string[], letters: ReadonlyMap<string, string>): Record<number, string> {
  return Object.fromEntries(
    cells.flatMap((cell, index) => (letters.has(cell) ? [[index, letters.get(cell) ?? '']] : [])),
  );
}
