/** The languages whose words of negation, reported speech and doubt are known. */
export type Language = 'en' | 'de' | 'fr';

const words: Readonly<Record<Exclude<Language, 'en'>, ReadonlySet<string>>> = {
  de: new Set(
    'der die das den dem des ein eine einen und oder nicht ist sind war wird werden wir ich sie es im am mit von zu zum zur auf fur kein keine nie niemals darf soll sollte statt ohne auch noch mehr bitte nein ja wie was wann wer welche welches welcher muss mussen dass ob freitags montags'.split(
      ' ',
    ),
  ),
  fr: new Set(
    "le la les l' un une des du de d' et ou ne pas n' est sont etait nous je j' il elle on au aux avec pour par dans en sans que qu' qui quel quelle faut jamais plus mais chaque non oui sur ce c' cette doit".split(
      ' ',
    ),
  ),
};
const english = new Set(
  'the a an and or not is are was will we i you it in on with of to for no never must should instead but this that have has they do does what which who when how'.split(
    ' ',
  ),
);

/** The language that most of the function words belong to; English where none wins. */
export function guessLanguage(tokens: Iterable<string>): Language {
  let de = 0;
  let fr = 0;
  let en = 0;
  for (const token of tokens) {
    if (words.de.has(token)) de += 1;
    if (words.fr.has(token)) fr += 1;
    if (english.has(token)) en += 1;
  }
  if (de > en && de > fr) return 'de';
  return fr > en ? 'fr' : 'en';
}
