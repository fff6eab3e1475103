import { baseForm } from '../text/irregular.js';
import type { Language } from '../text/language.js';
import { keysOf } from '../text/read-text.js';
import type { Token } from '../text/token.js';
import { tokenize } from '../text/tokenize.js';
import type { Unit } from '../text/units.js';
import { isFunctionWord, isLightVerb } from './function-words.js';
import { type Term, termsOf } from './paraphrase/terms.js';

/** How one spelling of a value is searched for. */
export type Pattern =
  /** Names, codes, paths: these words one after the other, uninflected. */
  | { readonly kind: 'strict'; readonly words: readonly string[]; readonly code: boolean }
  /** Phrases: these keys near each other, in any order; `optional` ones may be missing. */
  | {
      readonly kind: 'loose';
      readonly keys: readonly string[];
      readonly optional: ReadonlySet<string>;
      readonly window: number;
    }
  | { readonly kind: 'number'; readonly value: number; readonly unit: Unit | undefined }
  | { readonly kind: 'date'; readonly key: string };

/** A value and how it is recognised. */
export interface ValuePattern {
  readonly value: string;
  /** A value that begins with a negation ("never ship late") is searched for without it, and means its opposite. */
  readonly inverted: boolean;
  readonly patterns: readonly Pattern[];
  /** The words of all spellings, as they are written. */
  readonly words: ReadonlySet<string>;
  /** The terms of each spelling that can be said in other words: names, codes, numbers and dates alone cannot. */
  terms(): readonly (readonly Term[])[];
}

const negations: readonly (readonly string[])[] = [
  ['under', 'no', 'circumstances'],
  ['must', 'never'],
  ['must', 'not'],
  ['should', 'not'],
  ['do', 'not'],
  ['not', 'to'],
  ['never'],
  ['not'],
  ['avoid'],
  ['niemals'],
  ['nie'],
  ['nicht'],
  ['ne', 'jamais'],
  ['ne', 'pas'],
  ['jamais'],
];

/** The same patterns, for an answer that leaves out what the question has said: those keys may be missing, not all of them. */
export function elliptical(pattern: ValuePattern, asked: ReadonlySet<string>): ValuePattern {
  let changed = false;
  const patterns = pattern.patterns.map((one): Pattern => {
    if (one.kind !== 'loose') return one;
    const missing = one.keys.filter((key) => asked.has(key) || one.optional.has(key));
    if (missing.length === one.keys.length || missing.length === one.optional.size) return one;
    changed = true;
    return { ...one, optional: new Set(missing) };
  });
  return changed ? { ...pattern, patterns } : pattern;
}

/** Compiles a value and its other spellings. An empty value gives no pattern. */
export function compileValue(value: string, aliases: readonly string[], language: Language): ValuePattern {
  const first = words(value);
  const negation = negationOf(first);
  const patterns: Pattern[] = [];
  const phrases: (readonly Token[])[] = [];
  for (const spelling of [value, ...aliases]) {
    const tokens = words(spelling);
    const cut = negation === 0 ? 0 : negationOf(tokens);
    const pattern = compile(spelling, tokens.slice(cut), language);
    if (pattern === undefined) continue;
    patterns.push(pattern);
    if (pattern.kind === 'loose') phrases.push(tokens.slice(cut));
  }
  const spelt = new Set([value, ...aliases].flatMap((spelling) => words(spelling).map(({ word }) => word)));
  return {
    value,
    inverted: negation > 0 && first.length > negation,
    patterns,
    words: spelt,
    terms: later(() => phrases.map((tokens) => termsOf(tokens, language))),
  };
}

function later<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const words = (text: string): Token[] => tokenize(text).tokens.filter(({ kind }) => kind !== 'mark' && kind !== 'line');

const negationOf = (tokens: readonly Token[]): number =>
  negations.find((list) => list.length < tokens.length && list.every((word, index) => tokens[index]?.word === word))
    ?.length ?? 0;

const codeLike = /^(?=[^\s]*[\d/_.\\@])[^\s]+$/;

function compile(spelling: string, tokens: readonly Token[], language: Language): Pattern | undefined {
  const [only] = tokens;
  if (only === undefined) return undefined;
  if (tokens.length === 1 && only.kind === 'number')
    return { kind: 'number', value: only.numbers?.[0] ?? Number.NaN, unit: only.unit };
  if (tokens.length === 1 && only.kind === 'date') return { kind: 'date', key: only.key ?? '' };
  const code = codeLike.test(spelling.trim());
  const names = tokens.every(
    (token) => token.kind === 'word' && (token.capital === true || isFunctionWord(token.word, language)),
  );
  // German nouns have capitals as names do, and are inflected.
  const named = language !== 'de' && names && tokens.some(({ capital }) => capital === true) && !isSentence(tokens);
  if (code || named) return { kind: 'strict', words: tokens.map(({ word }) => word), code };
  return loose(tokens, language);
}

/** "Ship weekly" begins with a capital as any sentence does; "Priya" and "Acme Systems" are names. */
const isSentence = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 && tokens.slice(1).every(({ capital }) => capital !== true);

function loose(tokens: readonly Token[], language: Language): Pattern {
  const all = keysOf(tokens, language);
  const keys: string[] = [];
  const optional = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    const key = all[index] ?? '';
    if (key === '' || keys.includes(key) || (token.kind === 'word' && isFunctionWord(token.word, language))) continue;
    keys.push(key);
    if (token.kind === 'word' && isLightVerb(language === 'en' ? baseForm(token.word) : token.word, language))
      optional.add(key);
  }
  const required = keys.length === 0 ? [...new Set(all.filter((key) => key !== ''))] : keys;
  if (required.every((key) => optional.has(key))) optional.clear();
  return { kind: 'loose', keys: required, optional, window: tokens.length + 6 };
}
