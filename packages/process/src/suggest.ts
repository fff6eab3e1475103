import { distance } from 'fastest-levenshtein';

/** `did you mean …?` for the known word that is nearest to one that is not known; nothing where none is near. */
export function suggestion(word: string, known: Iterable<string>, prefix = ''): { hint?: string } {
  let nearest: string | undefined;
  // A word of one letter is near to every other.
  let least = Math.min(Math.max(1, Math.round(word.length * 0.4)), word.length - 1) + 1;
  for (const candidate of known) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase());
    if (away < least) {
      least = away;
      nearest = candidate;
    }
  }
  return nearest === undefined ? {} : { hint: `did you mean \`${prefix}${nearest}\`?` };
}
