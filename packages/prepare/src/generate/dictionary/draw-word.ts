import type { Random } from '../../random.js';
import { commonLetters, isPronounceable, isVowel } from './phonotactics.js';

export interface WordShape {
  readonly length: number;
  /** Letters that are given, by their place from 0. */
  readonly fixed?: Readonly<Record<number, string>>;
  /** Pairs of neighbouring letters that the word must not have. */
  readonly without?: ReadonlySet<string>;
}

/** How often each letter is taken, in parts of the whole. */
const shares: Readonly<Record<string, number>> = {
  ...{ a: 9, b: 3, c: 4, d: 5, e: 11, f: 3, g: 3, h: 3, i: 8, k: 2, l: 6, m: 4, n: 7, o: 8, p: 4 },
  ...{ r: 7, s: 6, t: 7, u: 4, v: 2, w: 2, y: 1 },
};

/**
 * Draws one invented word that can be pronounced, of lower-case letters without j, q, x and z unless these are given.
 * Undefined when what is given allows no such word.
 */
export function drawWord(random: Random, { length, fixed = {}, without = new Set() }: WordShape): string | undefined {
  // A bound, so that a shape that almost fits cannot search for ever.
  let steps = 40 * length;
  const grow = (text: string): string | undefined => {
    if (text.length === length) return isPronounceable(text, true) ? text : undefined;
    const given = fixed[text.length];
    for (const letter of given === undefined ? lettersAfter(random, text) : [given]) {
      steps -= 1;
      if (steps < 0) return undefined;
      if (without.has(text.slice(-1) + letter) || !isPronounceable(text + letter, false)) continue;
      const word = grow(text + letter);
      if (word !== undefined) return word;
    }
    return undefined;
  };
  return grow('');
}

/** Every letter in an order drawn by its share; a change between vowel and consonant comes first more often. */
function* lettersAfter(random: Random, text: string): Generator<string> {
  const last = text.at(-1);
  const left = [...commonLetters];
  while (left.length > 0) {
    const letter = random.weighted(left, (one) => {
      const changes = last === undefined || isVowel(last) !== isVowel(one);
      return (shares[one] ?? 1) * (changes ? 4 : 1);
    });
    yield letter;
    left.splice(left.indexOf(letter), 1);
  }
}
