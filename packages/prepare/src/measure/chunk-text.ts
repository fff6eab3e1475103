import { countWords } from './word-count.js';

/** A run of neighbouring paragraphs. */
export interface TextChunk {
  /** Numbers of the first and the last paragraph, from 1. */
  readonly first: number;
  readonly last: number;
  readonly words: number;
}

/**
 * Puts neighbouring paragraphs together as long as a chunk stays at or below `maxWords`: a chunk ends only where the next
 * paragraph would take it over. A paragraph that is longer by itself is a chunk of its own.
 * @throws RangeError when `maxWords` is not a whole number above 0
 */
export function chunkText(paragraphs: readonly string[], maxWords: number): TextChunk[] {
  if (!Number.isInteger(maxWords) || maxWords < 1)
    throw new RangeError(`maxWords ${maxWords} is no whole number above 0`);
  const chunks: TextChunk[] = [];
  paragraphs.forEach((paragraph, index) => {
    const words = countWords(paragraph);
    const open = chunks.at(-1);
    if (open !== undefined && open.words + words <= maxWords) {
      chunks[chunks.length - 1] = { ...open, last: index + 1, words: open.words + words };
    } else {
      chunks.push({ first: index + 1, last: index + 1, words });
    }
  });
  return chunks;
}
