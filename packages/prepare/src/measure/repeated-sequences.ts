import { wordList } from './word-count.js';

/** A sequence of words and how often it stands in a text. */
export interface RepeatedSequence {
  readonly sequence: string;
  readonly count: number;
}

/**
 * The sequences of `length` words that stand more than `most` times in a text, in whatever case, the most frequent first and
 * equally frequent ones in order of appearance. Occurrences may overlap.
 * @throws RangeError when `length` is not a whole number above 0
 */
export function repeatedSequences(text: string, length: number, most = 1): RepeatedSequence[] {
  if (!Number.isInteger(length) || length < 1) throw new RangeError(`length ${length} is no whole number above 0`);
  const words = wordList(text.toLowerCase());
  const counts = new Map<string, number>();
  for (let at = 0; at + length <= words.length; at += 1) {
    const sequence = words.slice(at, at + length).join(' ');
    counts.set(sequence, (counts.get(sequence) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > most)
    .map(([sequence, count]) => ({ sequence, count }))
    .sort((a, b) => b.count - a.count);
}
