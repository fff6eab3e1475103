/** Stands before an article that may contract with `à` or `de` before it, which a pronoun may not. */
export const article = '\u0001';

const elided = /(?<![\p{L}’-])(je|me|te|se|le|la|de|ne|que|jusque) (?=[aàâeéèêëiîïoôuûyh])/giu;
const aspirated =
  /^(hache|haï|haie|hâle|halage|halle|hameau|hangar|hanche|hanté|hardi|hasard|hâte|hausse|haut|hérisson|héron|héros|hêtre|heurt|hibou|hocha|honte|hors|houle|housse|huit|hurl)/iu;
const notElided = /^(oui|onze|onzième|yacht)/iu;
const plural = new RegExp(`(?<!\\p{L})(à|de) ${article}les `, 'giu');
const masculine = new RegExp(`(?<!\\p{L})(à|de) ${article}le (?![aàâeéèêëiîïoôuûy])`, 'giu');

/**
 * What French does to words that meet: contraction (`de le` to `du`), elision (`que il` to `qu’il`), spaces that do not break
 * inside guillemets and before double punctuation, and a capital letter at the beginning.
 */
export function finishFrench(text: string): string {
  return capitalized(
    elide(
      text
        .replaceAll("'", '’')
        .replaceAll(/ {2,}/g, ' ')
        .replaceAll(plural, (_, word: string) => matchCase(word, /d/i.test(word) ? 'des ' : 'aux '))
        .replaceAll(masculine, (_, word: string) => matchCase(word, /d/i.test(word) ? 'du ' : 'au '))
        .replaceAll(article, ''),
    ),
  )
    .replaceAll(/ +,/g, ',')
    .replaceAll(/(?<=\. )\p{Ll}/gu, (letter) => letter.toUpperCase())
    .replaceAll(/« ?/g, '«\u00a0')
    .replaceAll(/ ?»/g, '\u00a0»')
    .replaceAll(/ :/g, '\u00a0:')
    .replaceAll(/ ([;!?])/g, '\u202f$1');
}

function elide(text: string): string {
  return text
    .replaceAll(elided, (whole, word: string, offset: number, all: string) => {
      const next = all.slice(offset + whole.length);
      const stays = (/^h/iu.test(next) && aspirated.test(next)) || notElided.test(next);
      return stays ? whole : `${word.slice(0, -1)}’`;
    })
    .replaceAll(/(?<![\p{L}’-])(s)i (?=ils? )/giu, '$1’');
}

function matchCase(model: string, word: string): string {
  return /^\p{Lu}/u.test(model) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
}

function capitalized(text: string): string {
  return text.replace(/^([«—\s]*)(\p{Ll})/u, (_, before: string, letter: string) => before + letter.toUpperCase());
}
