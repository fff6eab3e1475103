import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { baseForm } from './irregular.js';
import type { Language } from './language.js';
import { pairs, synonymGroups } from './synonyms.js';

const stemmers: Readonly<Record<Language, (word: string) => string>> = { en: english, de: german, fr: french };

function plainStem(word: string, language: Language): string {
  // Stemmers were made for words; what is long or holds digits is a name or a code.
  if (word.length > 40 || word.length < 3 || /\d/.test(word)) return word;
  return stemmers[language](language === 'en' ? baseForm(word) : word).replace(/i$/, 'y');
}

const canonical = new Map<string, string>();
for (const language of ['en', 'de', 'fr'] as const)
  for (const [first = '', ...rest] of synonymGroups(language))
    for (const word of rest) canonical.set(`${language}:${plainStem(word, language)}`, plainStem(first, language));

const remembered: Readonly<Record<Language, Map<string, string>>> = { en: new Map(), de: new Map(), fr: new Map() };
const most = 50_000;

/** A word's key of comparison: its stem, or that of the word it is a synonym of. */
export function stemKey(word: string, language: Language): string {
  const cache = remembered[language];
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stem = plainStem(word, language);
  const key = canonical.get(`${language}:${stem}`) ?? stem;
  if (cache.size >= most) cache.clear();
  cache.set(word, key);
  return key;
}

/** The one word that two words stand for together, where they do. */
export const pairKey = (first: string, second: string): string | undefined => pairs.get(`${first} ${second}`);
