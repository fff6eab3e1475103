import type { Language } from '../language.js';
import { mayRecur } from '../recurrence.js';
import { familyKey } from '../word-family.js';
import { englishAdjectives } from './english-adjectives.js';
import { englishNounsAToL } from './english-nouns-a-to-l.js';
import { englishNounsMToZ } from './english-nouns-m-to-z.js';
import { englishOpposites } from './english-opposites.js';
import { englishVerbsAToL } from './english-verbs-a-to-l.js';
import { englishVerbsMToZ } from './english-verbs-m-to-z.js';
import { frenchGroups, frenchOpposites } from './french.js';
import { germanGroups, germanOpposites } from './german.js';

/** What a word or phrase means: the groups it is in, and its sides of oppositions (a side and its opposite add up to zero). */
export interface Meaning {
  readonly groups: number[];
  readonly sides: number[];
}

/** A phrase of two words or more, as family keys. */
export interface Phrase {
  readonly key: string;
  readonly words: readonly string[];
  readonly meaning: Meaning;
}

/** A word as the thesaurus knows it. */
export interface Lexeme {
  /** Its family key. */
  readonly key: string;
  readonly meaning: Meaning | undefined;
  /** The phrases that it begins, longest first. */
  readonly phrases: readonly Phrase[];
  /** Whether it may begin to say how often. */
  readonly recurs: boolean;
}

/** The words of one language. */
export interface Thesaurus {
  /** Of a folded word. */
  lexemeOf(word: string): Lexeme;
  /** Groups are numbered from 1 to this. */
  readonly size: number;
  /** Family keys of words that can be verbs; empty but for English. */
  readonly verbs: ReadonlySet<string>;
}

const englishVerbs = [englishVerbsAToL, englishVerbsMToZ];

const sources: Readonly<Record<Language, { readonly groups: readonly string[]; readonly opposites: string }>> = {
  en: { groups: [...englishVerbs, englishNounsAToL, englishNounsMToZ, englishAdjectives], opposites: englishOpposites },
  de: { groups: [germanGroups], opposites: germanOpposites },
  fr: { groups: [frenchGroups], opposites: frenchOpposites },
};
const pairs = new Set(['pair', 'couple', 'both', 'paar', 'beide', 'paire']);
const mostLexemes = 20_000;
const built = new Map<Language, Thesaurus>();

/** The thesaurus of a language; built at its first use. */
export function thesaurusOf(language: Language): Thesaurus {
  const known = built.get(language);
  if (known !== undefined) return known;
  const made = build(language);
  built.set(language, made);
  return made;
}

function build(language: Language): Thesaurus {
  const words = new Map<string, Meaning>();
  const phrases = new Map<string, Phrase[]>();
  const verbs = new Set<string>();
  const meaningOf = (entry: string): Meaning => {
    const keys = entry.split(/[_-]/).map((word) => familyKey(word, language));
    const [first = ''] = keys;
    if (keys.length === 1) return remembered(words, first, () => ({ groups: [], sides: [] }));
    const list = remembered<Phrase[]>(phrases, first, () => []);
    const same = list.find(({ key }) => key === keys.join(' '));
    if (same !== undefined) return same.meaning;
    const phrase = { key: keys.join(' '), words: keys, meaning: { groups: [], sides: [] } };
    list.push(phrase);
    return phrase.meaning;
  };
  const { groups, opposites } = sources[language];
  let group = 0;
  for (const source of groups)
    for (const line of linesOf(source)) {
      group += 1;
      for (const entry of line.split(' ')) {
        push(meaningOf(entry).groups, group);
        if (englishVerbs.includes(source) && !/[_-]/.test(entry)) verbs.add(familyKey(entry, language));
      }
    }
  let side = 0;
  for (const line of linesOf(opposites)) {
    side += 1;
    const [left = '', right = ''] = line.split(' : ');
    for (const entry of left.split(' ')) push(meaningOf(entry).sides, side);
    for (const entry of right.split(' ')) push(meaningOf(entry).sides, -side);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const lexemes = new Map<string, Lexeme>();
  const lexemeOf = (word: string): Lexeme => {
    const before = lexemes.get(word);
    if (before !== undefined) return before;
    const key = pairs.has(word) ? '#2' : familyKey(word, language);
    const made = { key, meaning: words.get(key), phrases: phrases.get(key) ?? [], recurs: mayRecur(word) };
    if (lexemes.size >= mostLexemes) lexemes.clear();
    lexemes.set(word, made);
    return made;
  };
  return { lexemeOf, size: group, verbs };
}

const linesOf = (source: string): string[] => source.split('\n').filter((line) => line !== '');

function push(list: number[], value: number): void {
  if (!list.includes(value)) list.push(value);
}

function remembered<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
