import { flesch } from 'flesch';
import { paragraphsOf, sentencesOf, wordsOf } from './prose.js';
import { syllables } from './syllables.js';

/** What reading ease is computed from. */
export interface ProseCounts {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

export interface ReadingEase extends ProseCounts {
  /** See `fleschScore`. */
  readonly score: number;
}

/** The reading ease of the running text of a Markdown document; see `paragraphsOf`, `sentencesOf`, `wordsOf` and `syllables`. */
export function readingEase(markdown: string): ReadingEase {
  const counts = { sentences: 0, words: 0, syllables: 0 };
  for (const paragraph of paragraphsOf(markdown)) {
    for (const sentence of sentencesOf(paragraph)) {
      const { words, syllables: spoken } = sentenceCounts(sentence);
      counts.sentences += 1;
      counts.words += words;
      counts.syllables += spoken;
    }
  }
  return { ...counts, score: fleschScore(counts) };
}

/** Words and syllables of one sentence. */
export function sentenceCounts(sentence: string): { words: number; syllables: number } {
  const words = wordsOf(sentence);
  return { words: words.length, syllables: words.reduce((sum, word) => sum + syllables(word), 0) };
}

/**
 * Flesch reading ease, 206.835 − 1.015 · words/sentences − 84.6 · syllables/words, to one decimal (R. Flesch, “A new
 * readability yardstick”, 1948). Usually 0–100, the higher the easier; 60–70 is plain English. 100 where there are no words.
 */
export function fleschScore({ sentences, words, syllables: spoken }: ProseCounts): number {
  if (words === 0) return 100;
  const score = flesch({ sentence: sentences, word: words, syllable: spoken });
  return Math.round(score * 10) / 10 + 0;
}
