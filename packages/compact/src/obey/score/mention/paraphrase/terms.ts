import { baseForm } from '../../text/irregular.js';
import type { Language } from '../../text/language.js';
import { type Meaning, thesaurusOf } from '../../text/thesaurus/thesaurus.js';
import type { Token } from '../../text/token.js';
import { isFunctionWord, isLightVerb } from '../function-words.js';
import { annotateOnce, type Occurrence, occurrencesOf } from './annotate.js';
import { isGenericNoun, isLoosePreposition, isStateVerb } from './general-words.js';

/** One word, phrase, number or recurrence of a value that a paraphrase has to say in its own way. */
export interface Term {
  readonly key: string;
  /** Of "over the phone": the key of the noun alone. */
  readonly core: string | undefined;
  readonly word: string;
  readonly meaning: Meaning | undefined;
  /** The verb at the beginning. */
  readonly head: boolean;
  /** Hangs on the next word by a hyphen ("double-check"). */
  readonly bound: boolean;
  /** So general that it may always be missing. */
  readonly loose: boolean;
  /** A name, number, date or time, which nothing may stand for. */
  readonly fixed: boolean;
  /** Can have an opposite: the verb at the beginning, and words that are no verbs. */
  readonly opposable: boolean;
  /** Stands behind the value's "without". */
  readonly lacking: boolean;
}

const without = new Set(['without', 'ohne', 'sans']);

/** The terms of a value's tokens, in order. "Without" itself is a term. */
export function termsOf(tokens: readonly Token[], language: Language): Term[] {
  const occurrences = occurrencesOf(annotateOnce({ tokens, language }));
  const { verbs } = thesaurusOf(language);
  const taken = new Set<number>();
  const terms: Term[] = [];
  let lacking = false;
  for (const [index, token] of tokens.entries()) {
    if (taken.has(index)) continue;
    const found = longestAt(occurrences, index, terms.length === 0 ? none : particles);
    if (found === undefined) continue;
    for (const each of found.tokens) taken.add(each);
    const single = found.tokens.length === 1;
    if (single && token.kind === 'word' && isFunctionWord(token.word, language)) continue;
    const light = single && isLightVerb(language === 'en' ? baseForm(token.word) : token.word, language);
    const name = token.kind === 'word' && token.capital === true && index > 0 && language !== 'de';
    const verb = token.kind === 'word' && (verbs.has(headKey(found)) || (index === 0 && governs(tokens[1])));
    const head = terms.length === 0 && verb && token.capital !== true;
    terms.push({
      key: found.key,
      core:
        single || (!isFunctionWord(token.word, language) && !isLoosePreposition(token.word))
          ? undefined
          : found.key.split(' ').at(-1),
      word: token.word,
      meaning: name ? undefined : found.meaning,
      head,
      bound: tokens[index + found.tokens.length]?.glued === true,
      loose: single && (light || isLoosePreposition(token.word) || isGenericNoun(token.word)),
      fixed: name || token.kind !== 'word' || found.key.startsWith('~'),
      opposable: head || !verb,
      lacking,
    });
    if (without.has(token.word)) lacking = true;
  }
  const [first] = terms;
  if (first?.head === true && terms.length > 2 && isStateVerb(first.word)) terms[0] = { ...first, loose: true };
  return terms.some(({ loose }) => !loose) ? terms : terms.map((term) => ({ ...term, loose: false }));
}

const determiners = new Set('the a an our my your their his her its all every no any'.split(' '));

/** Before an article only a verb begins a value. */
const governs = (next: Token | undefined): boolean => next !== undefined && determiners.has(next.word);

const headKey = (found: Occurrence): string => found.key.split(' ')[0] ?? '';

const none: ReadonlySet<string> = new Set();
const particles = new Set('in on off out up down away over back to into'.split(' '));

/** What begins at a token, the longest. "Key in" is a verb only where a verb stands: elsewhere the keys are in something. */
function longestAt(
  occurrences: readonly Occurrence[],
  index: number,
  unlikely: ReadonlySet<string>,
): Occurrence | undefined {
  let best: Occurrence | undefined;
  for (const one of occurrences) {
    if (one.tokens[0] !== index || (one.tokens.length > 1 && unlikely.has(one.key.split(' ').at(-1) ?? ''))) continue;
    if (best === undefined || one.tokens.length > best.tokens.length) best = one;
  }
  return best;
}
