const vowels = new Set('aeiouy');
/** Letters of ordinary words; the others are left to a caller who wants a letter that no word has. */
export const commonLetters = 'abcdefghiklmnoprstuvwy';

const vowelPairs = new Set('ai au ea ee ei eo eu ia ie io iu oa oi oo ou ua ue ui'.split(' '));
const onsets = new Set('bl br ch cl cr dr fl fr gl gr pl pr sc sh sk sl sm sn sp st sw th tr tw wh'.split(' '));
const codas = new Set(
  'ch ck ct ft ld lf lk lm lp lt mp nd ng nk nt pt rb rd rf rg rk rl rm rn rp rt sh sk sp st th'.split(' '),
);
const inner = new Set(
  'bl br ct cl cr dr fl fr gl gr lb ld lf lm ln lp lt lv mb mp nc nd nf ng nk ns nt pl pr pt rb rc rd rf rg rk rl rm rn rp rs rt rv sc sh sk sl sm sn sp st th tr'.split(
    ' ',
  ),
);

export const isVowel = (letter: string): boolean => vowels.has(letter);

/**
 * Whether letters may stand one after another in a word of plausible English: no three vowels or consonants in a row, and
 * only such pairs as open a word, close it, or stand inside of one. `text` may be the beginning of a word.
 */
export function isPronounceable(text: string, whole: boolean): boolean {
  for (let at = 1; at < text.length; at += 1) {
    const pair = text.slice(at - 1, at + 1);
    const [first, second] = [isVowel(text[at - 1] ?? ''), isVowel(text[at] ?? '')];
    if (first !== second) continue;
    if (at > 1 && isVowel(text[at - 2] ?? '') === second) return false;
    if (second) {
      if (!vowelPairs.has(pair)) return false;
    } else if (at === 1 ? !onsets.has(pair) : whole && at === text.length - 1 ? !codas.has(pair) : !inner.has(pair)) {
      // A beginning may still grow into a word in which the pair stands inside; its last pair may close it.
      if (whole || at < text.length - 1 || !codas.has(pair)) return false;
    }
  }
  return true;
}
