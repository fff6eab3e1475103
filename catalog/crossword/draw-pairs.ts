import type { Random } from '@obey/prepare';

const vowels = ['a', 'e', 'i', 'o', 'u'];
const consonants = [...'bcdfghklmnprstvw'];

/** Draws the pairs of letters that the typeface sets badly: one for each letter that crossings use, in no order. */
export function drawPairs(random: Random): string[] {
  const pairs = [
    ...consonants.map((letter) => letter + random.pick(vowels)),
    ...vowels.map((letter) => letter + random.pick(['d', 'g', 'k', 'm', 'p', 'v'])),
  ];
  return random.shuffle(pairs);
}
