import type { Random } from '../../random.js';
import { drawClues } from './draw-clues.js';
import { drawWord } from './draw-word.js';

export interface DictionaryEntry {
  /** Lower-case letters. */
  readonly word: string;
  /** Of no other entry. */
  readonly clue: string;
}

export interface DictionaryOptions {
  /** Number of words, those of `around` included. */
  readonly size: number;
  /** Share of each length among the words that are added. */
  readonly lengths: Readonly<Record<number, number>>;
  /** Words that must be there, such as those of a solved grid (see `solveGrid`); they must differ. */
  readonly around?: readonly string[];
}

/**
 * A list of invented words that could be English and can be pronounced, each with a clue, in no particular order: the given
 * words and as many others as are missing, all different.
 *
 * @throws RangeError when there are not so many words of these lengths
 */
export function generateDictionary(
  random: Random,
  { size, lengths, around = [] }: DictionaryOptions,
): DictionaryEntry[] {
  const words = new Set(around);
  if (words.size < around.length) throw new RangeError('the words of `around` are not all different');
  if (words.size > size) throw new RangeError(`${words.size} given words are more than ${size}`);
  const draw = random.fork('words');
  const kinds = Object.keys(lengths).map(Number);
  for (let misses = 0; words.size < size; ) {
    const length = draw.weighted(kinds, (kind) => lengths[kind] ?? 0);
    const word = drawWord(draw, { length });
    const before = words.size;
    if (word !== undefined) words.add(word);
    misses = words.size > before ? 0 : misses + 1;
    if (misses > 20_000) throw new RangeError(`there are not ${size} words of these lengths`);
  }
  const order = random.fork('order').shuffle([...words]);
  const clues = drawClues(random.fork('clues'), size);
  return order.map((word, index) => ({ word, clue: clues[index] ?? '' }));
}
