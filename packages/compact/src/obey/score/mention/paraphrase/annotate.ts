import { barrier } from '../../cue/barriers.js';
import type { Language } from '../../text/language.js';
import { findRecurrences } from '../../text/recurrence.js';
import { type Meaning, type Phrase, thesaurusOf } from '../../text/thesaurus/thesaurus.js';
import type { Token } from '../../text/token.js';

/** A word, phrase, number, date or recurrence of a text: the tokens it is made of, and what it means. */
export interface Occurrence {
  readonly tokens: readonly number[];
  /** The word's family; of a phrase, number, date or recurrence its key. */
  readonly key: string;
  readonly meaning: Meaning | undefined;
}

interface Named {
  readonly key: string;
  readonly meaning: Meaning | undefined;
}
const nothing: Named = { key: '', meaning: undefined };

/** What a text's words can mean, as far as it is told at once; where each of them is, is told by `placesIn`. */
export interface Annotated {
  /** The keys of its words, numbers, dates, recurrences and phrases. */
  readonly keys: ReadonlySet<string>;
  /** One bit for each group that one of its words is in. */
  readonly groups: Uint32Array;
  /** Recurrences, then phrases. */
  readonly joined: readonly Occurrence[];
  /** For each token its key and meaning; marks have the empty key. */
  readonly single: readonly Named[];
}

/** A text's occurrences by key, by group and by side of an opposition. */
export interface Places {
  readonly byKey: ReadonlyMap<string, readonly Occurrence[]>;
  readonly byGroup: ReadonlyMap<number, readonly Occurrence[]>;
  readonly bySide: ReadonlyMap<number, readonly Occurrence[]>;
}

/** What an annotation is made from. */
export interface Annotatable {
  readonly tokens: readonly Token[];
  readonly language: Language;
  readonly barriers?: readonly number[];
}

// Values are looked for in one text after another; remembering the last one is enough.
let last: { readonly tokens: readonly Token[]; readonly made: Annotated } | undefined;

/** Annotates a text, the last one only once; time grows with its length. */
export function annotate(text: Annotatable): Annotated {
  if (last?.tokens === text.tokens) return last.made;
  const made = annotateOnce(text);
  last = { tokens: text.tokens, made };
  return made;
}

let lastPlaces: { readonly text: Annotated; readonly made: Places } | undefined;

/** Where everything in an annotated text is. */
export function placesIn(text: Annotated): Places {
  if (lastPlaces?.text === text) return lastPlaces.made;
  const made = { byKey: new Map(), byGroup: new Map(), bySide: new Map() };
  for (const one of occurrencesOf(text)) {
    add(made.byKey, one.key, one);
    for (const group of one.meaning?.groups ?? []) add(made.byGroup, group, one);
    for (const side of one.meaning?.sides ?? []) add(made.bySide, side, one);
  }
  lastPlaces = { text, made };
  return made;
}

/** Everything in an annotated text: recurrences, phrases, single words and numbers. */
export const occurrencesOf = ({ joined, single }: Annotated): Occurrence[] => [
  ...joined,
  ...single.flatMap(({ key, meaning }, index) => (key === '' ? [] : [{ tokens: [index], key, meaning }])),
];

/** Whether a word of a group occurs. */
export const hasGroup = ({ groups }: Annotated, group: number): boolean =>
  ((groups[group >> 5] ?? 0) & (1 << (group & 31))) !== 0;

/** Annotates a text that is not looked at again. */
export function annotateOnce(text: Annotatable): Annotated {
  const thesaurus = thesaurusOf(text.language);
  const groups = new Uint32Array((thesaurus.size >> 5) + 1);
  const keys = new Set<string>();
  const single: Named[] = [];
  const joined: Occurrence[] = [];
  const note = (key: string, meaning: Meaning | undefined): void => {
    keys.add(key);
    if (meaning !== undefined)
      for (const group of meaning.groups) groups[group >> 5] = (groups[group >> 5] ?? 0) | (1 << (group & 31));
  };
  const openers: number[] = [];
  let recurs = false;
  for (const token of text.tokens) {
    if (token.kind === 'word') {
      const lexeme = thesaurus.lexemeOf(token.word);
      if (lexeme.recurs) recurs = true;
      if (lexeme.phrases.length > 0) openers.push(single.length);
      single.push(lexeme);
      note(lexeme.key, lexeme.meaning);
    } else {
      const key = figureKey(token);
      if (token.kind === 'number') recurs = true;
      single.push(key === '' ? nothing : { key, meaning: undefined });
      if (key !== '') keys.add(key);
    }
  }
  if (recurs)
    for (const { key, start, end } of findRecurrences(text.tokens)) {
      joined.push({ tokens: range(start, end), key, meaning: undefined });
      note(key, undefined);
    }
  for (const index of openers)
    for (const phrase of thesaurus.lexemeOf(text.tokens[index]?.word ?? '').phrases) {
      if (!keys.has(phrase.words[1] ?? '')) continue;
      const tokens = phraseAt(text, single, index, phrase);
      if (tokens === undefined) continue;
      joined.push({ tokens, key: phrase.key, meaning: phrase.meaning });
      note(phrase.key, phrase.meaning);
    }
  return { keys, groups, joined, single };
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, offset) => start + offset);

function add<Key>(map: Map<Key, Occurrence[]>, key: Key, one: Occurrence): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [one]);
  else list.push(one);
}

/** A number's key holds its unit's dimension, so that two days are 48 hours and not two weeks. */
function figureKey(token: Token): string {
  if (token.kind === 'date' || token.kind === 'time') return `@${token.key ?? ''}`;
  const value = token.numbers?.[0];
  if (token.kind !== 'number' || value === undefined) return '';
  return token.unit === undefined
    ? `#${value}`
    : `#${Number((value * token.unit.factor).toPrecision(12))} ${token.unit.dimension}`;
}

const skipped = new Set(
  'a an the my our your their his her its this that these those to be it them him us all any of'.split(' '),
);
const parting = new Set(
  'take make put keep give get turn switch cut let set throw hand bring leave pull call shut stay remain lay pass point send go come carry phase write hold'.split(
    ' ',
  ),
);

/** The tokens of a phrase that begins at a word; its object may stand within ("take the guard rails off"). */
function phraseAt(text: Annotatable, words: Annotated['single'], start: number, phrase: Phrase): number[] | undefined {
  const tokens = [start];
  let place = start;
  for (const [index, word] of phrase.words.entries()) {
    if (index === 0) continue;
    let room = index === 1 && (text.language === 'de' || parting.has(words[start]?.key ?? '')) ? 4 : 0;
    let next = place + 1;
    for (; words[next]?.key !== word; next += 1) {
      const token = text.tokens[next];
      if (token === undefined || token.kind === 'line' || (text.barriers?.[next] ?? 0) >= barrier.comma)
        return undefined;
      if (skipped.has(token.word)) continue;
      room -= 1;
      if (room < 0) return undefined;
    }
    if ((text.barriers?.[next] ?? 0) >= barrier.comma) return undefined;
    tokens.push(next);
    place = next;
  }
  return tokens;
}
