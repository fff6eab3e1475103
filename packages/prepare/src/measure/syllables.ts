import { syllable } from 'syllable';

const known = new Map<string, number>();
const most = 50_000;

/** Syllables of an English word as the package `syllable` counts them; at least 1, as a number or a sign is read aloud, too. */
export function syllables(word: string): number {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const count = Math.max(1, syllable(word));
  if (known.size >= most) known.clear();
  known.set(word, count);
  return count;
}
