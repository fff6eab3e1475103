import type { Language } from '../text/language.js';

const lists: Readonly<Record<Language, string>> = {
  en: 'the a an our your my their its his her of to in on at by for with from into onto as and or is are be been being was were will would shall that this these those it we you they us them some any all up out so too also while',
  de: 'der die das den dem des ein eine einen einem einer unser unsere unseren in im an am auf aus bei mit nach von vom zu zum zur und oder ist sind war wird werden worden wir ich sie es uns dass',
  fr: 'le la les l un une des du de d en dans au aux a par pour avec sur et ou est sont sera ete nous on il elle ce cette',
};
const words: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(lists.en.split(' ')),
  de: new Set(lists.de.split(' ')),
  fr: new Set(lists.fr.split(' ')),
};

/** Whether a folded word carries no content of its own: articles, prepositions, auxiliaries. */
export const isFunctionWord = (word: string, language: Language): boolean => words[language].has(word);

const light = new Set(
  'use adopt make do have get go run perform give put take let require need hold implement'.split(' '),
);
const lightGerman = new Set('machen tun nehmen nutzen verwenden'.split(' '));
const lightFrench = new Set('faire utiliser prendre'.split(' '));

/** Whether a verb is so general that the rest of a value may be named without it. */
export const isLightVerb = (word: string, language: Language): boolean =>
  (language === 'de' ? lightGerman : language === 'fr' ? lightFrench : light).has(word);
