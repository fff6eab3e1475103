import type { AnswerText } from '../../cue/answer-text.js';
import type { Span } from '../find-mentions.js';
import { type Annotated, annotate, hasGroup, placesIn } from './annotate.js';
import { type Clause, clausesOf, foreignWords } from './clause.js';
import { type ClauseMatch, matchTerms } from './match-terms.js';
import { findRequirement } from './requirement.js';
import type { Term } from './terms.js';

/**
 * How a text says a value in other words:
 * - `full`: every word of it has its place
 * - `partial`: a word is left out that nothing stands in for
 * - `opposite`: the contrary is said of the same things ("stays shut" for "open")
 * - `required`: what the value does without is demanded
 * - `paired`: the same as "no goggles, no lab"
 */
export interface Paraphrase {
  readonly kind: 'full' | 'partial' | 'opposite' | 'required' | 'paired';
  readonly span: Span;
  /** Whether half of the words are the value's own. */
  readonly literal: boolean;
}

/** What a search for paraphrases depends on besides the text. */
export interface ParaphraseSearch {
  /** Keys of the question's words. */
  readonly asked: ReadonlySet<string>;
  /** Values that must not be mistaken for this one. */
  rivals(): readonly (readonly Term[])[];
  /** Whether words may be left out and opposites count. */
  readonly lenient: boolean;
  /** Whether what the question has said may be left out. */
  readonly elliptical: boolean;
}

const widest = 24;
const mostForeign = 3;

/** The paraphrases of a value in a text, in order, one in a clause at most. */
export function findParaphrases(text: AnswerText, terms: readonly Term[], search: ParaphraseSearch): Paraphrase[] {
  if (terms.filter(({ loose }) => !loose).length === 0 || terms.length < 2) return [];
  const annotated = annotate(text);
  if (!isWorthwhile(annotated, terms, search)) return [];
  const clauses = clausesOf(text);
  return matchTerms(placesIn(annotated), clauses, terms).flatMap((match) => {
    const kind = kindOf(text, match, search) ?? (search.lenient ? findRequirement(text, match, terms) : undefined);
    if (kind === undefined || !beatsRivals(text, match, search.rivals())) return [];
    const extra = kind === 'opposite' ? match.opposed.flatMap(({ occurrence }) => occurrence.tokens) : [];
    const matched = new Set([...match.matched, ...extra]);
    const span = { start: Math.min(...matched), end: Math.max(...matched) + 1, matched };
    const own = match.hits.filter((hit) => hit.own).length;
    return [{ kind, span, literal: own * 2 >= terms.length }];
  });
}

/** Whether enough of a value's words occur anywhere in the text for a clause to say it. */
function isWorthwhile(annotated: Annotated, terms: readonly Term[], { lenient, asked }: ParaphraseSearch): boolean {
  const partial = lenient && !terms.some(({ lacking }) => lacking);
  let present = 0;
  let absent = 0;
  for (const term of terms) {
    if (term.loose) continue;
    if (isPresent(annotated, term)) present += 1;
    else if (!lenient) return false;
    else if (partial && !asked.has(term.key)) absent += 1;
    if (absent > 2) return false;
  }
  return present > 0;
}

function isPresent(annotated: Annotated, term: Term): boolean {
  if (annotated.keys.has(term.key) || (term.core !== undefined && annotated.keys.has(term.core))) return true;
  if (term.fixed || term.meaning === undefined) return false;
  for (const group of term.meaning.groups) if (hasGroup(annotated, group)) return true;
  return false;
}

function kindOf(text: AnswerText, match: ClauseMatch, search: ParaphraseSearch): Paraphrase['kind'] | undefined {
  const missing = match.missing.filter(({ loose }) => !loose);
  const hits = match.hits.filter(({ term }) => !term.loose);
  const own = match.hits.filter((hit) => hit.own).length;
  const start = Math.min(...match.matched);
  const end = Math.max(...match.matched) + 1;
  if (end - start > widest || hits.length === 0) return undefined;
  const foreign = (clause: Clause): number => foreignWords(text, clause, match.matched, search.asked);
  if (missing.length === 0)
    return (own > 0 || hits.length > 2) && foreign({ start, end }) <= mostForeign && !isListed(text, match, hits.length)
      ? 'full'
      : undefined;
  if (!search.lenient) return undefined;
  if (isOpposite(match, missing) && isDemanded(text, match.clause) && foreign(match.clause) <= 2 + match.opposed.length)
    return 'opposite';
  if (match.opposed.length > 0) return undefined;
  return isPartial(text, match, missing, search) && foreign(match.clause) === 0 && !isListed(text, match, 2)
    ? 'partial'
    : undefined;
}

const joins = new Set(['and', 'or', 'und', 'oder', 'et', 'ou']);

/** Whether a short value's words stand on both sides of an "and": "steel boxes and insulated carts" has no steel carts. */
function isListed(text: AnswerText, { matched }: ClauseMatch, words: number): boolean {
  if (words > 3) return false;
  const last = Math.max(...matched);
  for (let index = Math.min(...matched); index < last; index += 1)
    if (joins.has(text.tokens[index]?.word ?? '') && !matched.has(index)) return true;
  return false;
}

/** One word is opposed; besides it the verb alone may be missing, where two words or more are there. */
function isOpposite({ opposed, hits }: ClauseMatch, missing: readonly Term[]): boolean {
  const telling = opposed.filter(({ term }) => !term.loose);
  const [only] = telling;
  if (only === undefined || telling.length > 1) return false;
  const rest = missing.filter((term) => term !== only.term);
  const said = hits.filter(({ term, own }) => own && !term.loose).length;
  return said > 0 && (rest.length === 0 || (rest.length === 1 && rest[0]?.head === true && hits.length > 1));
}

const demands = new Set(
  'must has have need needs is are be stay stays staying remain remains keep keeps kept should shall will only always ist sind bleibt bleiben muss mussen sollen est sont doit doivent reste restent'.split(
    ' ',
  ),
);

/** Whether a clause says what is or has to be; a bare "store the pens" names what the question asked for. */
function isDemanded(text: AnswerText, { start, end }: Clause): boolean {
  for (let index = start; index < end; index += 1) if (demands.has(text.tokens[index]?.word ?? '')) return true;
  return false;
}

/** Whether no more is missing than the verb, one of four words, or what the question has said, and something new is said. */
function isPartial(
  text: AnswerText,
  { hits, matched }: ClauseMatch,
  missing: readonly Term[],
  { asked, elliptical }: ParaphraseSearch,
): boolean {
  if (![...matched].some((index) => !asked.has(text.keys[index] ?? ''))) return false;
  const unsaid = elliptical ? missing.filter(({ word, key }) => !asked.has(key) && !asked.has(word)) : missing;
  const said = hits.filter(({ term }) => !term.loose);
  if (unsaid.length === 0) return true;
  const [only] = unsaid;
  if (only === undefined || unsaid.length > 1 || only.fixed || only.bound) return false;
  if ((only.meaning?.sides.length ?? 0) > 0 && !only.head) return false;
  if (only.head) return said.length >= 2;
  return said.length >= 3 && said.some(({ term }) => term.head);
}

/** Whether a clause says more of the value than of any rival, or says it more in its own words. */
function beatsRivals(text: AnswerText, match: ClauseMatch, rivals: readonly (readonly Term[])[]): boolean {
  const own = match.hits.filter((hit) => hit.own).length;
  return rivals.every((terms) => {
    const [other] = matchTerms(placesIn(annotate(text)), [match.clause], terms);
    if (other === undefined) return true;
    if (![...other.matched].some((token) => match.matched.has(token))) return true;
    const less = other.missing.length - match.missing.length;
    return less > 0 || (less === 0 && own > other.hits.filter((hit) => hit.own).length);
  });
}
