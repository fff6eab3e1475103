import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a mistyped `name` most likely meant: fewest edits, at most a third of its length (but two from five
 * letters on, so that swapped ones are found); undefined when none is near.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(name.length < 5 ? 1 : 2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
