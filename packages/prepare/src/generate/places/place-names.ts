import type { Random } from '../../random.js';

const onsets = [
  'b',
  'br',
  'c',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'kr',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'z',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ei'];
const codas = ['l', 'm', 'n', 'r', 's', 'th', 'nd', 'rk', 'sk', 'lt'];
const endings = ['a', 'ia', 'o', 'ova', 'en', 'ard', 'une', 'is', 'ora', 'eth'];

/**
 * So many different invented names of places, of two to four syllables, in plain letters, that no two share the first five
 * letters (so that they are told apart at a glance, and one is never part of another).
 *
 * @throws RangeError for more than 5,000
 */
export function drawPlaceNames(random: Random, count: number): string[] {
  if (count > mostPlaceNames) throw new RangeError(`${count} place names, at most ${mostPlaceNames}`);
  const names: string[] = [];
  const taken = new Set<string>();
  while (names.length < count) {
    const name = drawName(random);
    const start = name.slice(0, 5);
    if (name.length < 5 || name.length > 11 || taken.has(start)) continue;
    taken.add(start);
    names.push(name.charAt(0).toUpperCase() + name.slice(1));
  }
  return names;
}

/** The most names that can be drawn at once. */
export const mostPlaceNames = 5_000;

function drawName(random: Random): string {
  const middle = random.integer(0, 1);
  const parts = [random.pick(onsets), random.pick(vowels)];
  for (let syllable = 0; syllable < middle; syllable += 1) {
    if (random.chance(0.4)) parts.push(random.pick(codas));
    else parts.push(random.pick(onsets));
    parts.push(random.pick(vowels));
  }
  parts.push(random.pick(codas), random.pick(endings));
  return parts.join('');
}
