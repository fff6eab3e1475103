import type { AnswerText } from '../cue/answer-text.js';
import { barrier, isClauseStart } from '../cue/barriers.js';
import type { Cue } from '../cue/cue.js';
import type { Span } from './find-mentions.js';

const longest = 40;
const adverbial = new Set(
  'under at for of however ever please in any by never then though too instead indeed nur bitte ja oui non no yes'.split(
    ' ',
  ),
);

/** Whether a cue before a mention reaches it. */
export function reachesForward(text: AnswerText, cue: Cue, span: Span): boolean {
  if (span.start - cue.end > longest) return false;
  if (cue.kind === 'swap' && (swapEnds(text, cue, span) || isMereFrom(text, cue))) return false;
  for (let index = cue.end; index <= span.start; index += 1) {
    const parted = text.barriers[index] ?? barrier.none;
    if (parted === barrier.none) continue;
    // The introducing marks of a mention belong to the path as those between other words do.
    if (parted === barrier.sentence) return false;
    if (parted === barrier.clause) {
      if (cue.kind === 'unknown' && !isContrast(text, index)) continue;
      if (cue.kind === 'refuse' && text.tokens[index]?.word === 'which') continue;
      return false;
    }
    if (parted === barrier.colon && !passesColon(text, cue, index)) return false;
    if (parted === barrier.comma && !passesComma(text, cue, index, span)) return false;
  }
  return true;
}

const isContrast = (text: AnswerText, index: number): boolean =>
  ['but', 'however', 'aber', 'mais', 'jedoch'].includes(text.tokens[index]?.word ?? '');

const swapEnd = new Set(['with', 'by', 'to', 'into', 'durch', 'mit', 'zu', 'par']);
const exchanges = new Set(['swap', 'swapped', 'swaps', 'trade', 'traded', 'exchange', 'exchanged']);
const swapSubject = new Set(['we', 'you', 'they', 'he', 'she', 'it', 'i']);

const changes = new Set(
  'moved move changed change shifted raised lowered increased reduced switched migrated went postponed pushed rose fell'.split(
    ' ',
  ),
);

const choices = new Set(
  'chose chosen picked preferred awarded selected won favoured favored choose prefer prefers'.split(' '),
);

/** A "from" or "over" alone gives something up only where the sentence speaks of a change, or of a choice. */
export function isMereFrom(text: AnswerText, cue: Cue): boolean {
  const word = text.tokens[cue.start]?.word;
  if (cue.end !== cue.start + 1 || (word !== 'from' && word !== 'over')) return false;
  const verbs = word === 'from' ? changes : choices;
  return !text.tokens.slice(Math.max(0, cue.start - 10), cue.end + 12).some((token) => verbs.has(token.word));
}

function swapEnds(text: AnswerText, cue: Cue, span: Span): boolean {
  for (let index = cue.end; index < span.start; index += 1) {
    const word = text.tokens[index]?.word ?? '';
    if (
      swapSubject.has(word) ||
      ((swapEnd.has(word) || (word === 'for' && exchanges.has(text.tokens[cue.start]?.word ?? ''))) && index > cue.end)
    )
      return true;
  }
  return false;
}

/** What a label says holds for what follows its colon; a mere "not" must be about doing. */
function passesColon(text: AnswerText, cue: Cue, colon: number): boolean {
  if (cue.kind !== 'neg') return true;
  if (colon - cue.end <= 1) return true;
  const label = text.tokens.slice(Math.max(0, cue.start - 8), colon);
  return label.some(({ word }) => labelWords.has(word));
}
const labelWords = new Set('must may shall should do happen rule to darf doit jamais niemals never'.split(' '));

const listWords = new Set(['or', 'nor', 'oder', 'noch', 'ni', 'ou', 'neither']);

/** A comma is passed after a word or two, around an adverbial, within a list, and by what speaks of the whole sentence. */
function passesComma(text: AnswerText, cue: Cue, comma: number, span: Span): boolean {
  if (cue.kind === 'unknown' || cue.kind === 'say' || (cue.kind === 'report' && text.language !== 'en')) return true;
  if (
    cue.kind === 'old' &&
    comma - cue.end <= 5 &&
    introduces(text, cue) &&
    !pastVerbs.has(text.tokens[cue.start]?.word ?? '')
  )
    return true;
  if (comma - cue.end <= 1 && introduces(text, cue) && (cue.kind !== 'neg' || !isClauseStart(text.tokens[comma])))
    return true;
  const segment = nextComma(text, comma);
  if (segment <= span.start && segment - comma <= 7) {
    const words = text.tokens.slice(comma, segment);
    if (words.some(({ word }) => adverbial.has(word))) return true;
  }
  if (adverbial.has(text.tokens[comma]?.word ?? '') && comma < span.start && comma + 3 >= span.start) return true;
  if (isClauseStart(text.tokens[comma])) return false;
  return inList(text, comma, cue.kind === 'neg');
}

const pastVerbs = new Set(['used', 'had', 'would', 'was', 'were', 'meant', 'wanted']);

/** Whether hardly anything of its clause stands before a cue: "Initially, …", "Never, …". */
const introduces = (text: AnswerText, cue: Cue): boolean =>
  cue.kind !== 'report' &&
  (cue.start < 2 ||
    [0, 1].some((back) => (text.barriers[cue.start - back] ?? 0) >= barrier.comma || cue.start - back === 0));

function nextComma(text: AnswerText, from: number): number {
  for (let index = from + 1; index < Math.min(from + longest, text.tokens.length); index += 1)
    if ((text.barriers[index] ?? 0) !== barrier.none) return index;
  return Number.POSITIVE_INFINITY;
}

/** Whether the segments from a comma on are a list that ends with "or" (after other cues than negations, also "and"). */
function inList(text: AnswerText, comma: number, strict: boolean): boolean {
  for (let index = comma; index < Math.min(comma + longest, text.tokens.length); index += 1) {
    if (index > comma && (text.barriers[index] ?? 0) >= barrier.clause) return false;
    const word = text.tokens[index]?.word ?? '';
    if (listWords.has(word)) return true;
    if (!strict && (word === 'and' || word === 'und' || word === 'et')) return true;
  }
  return false;
}

/** Whether a cue after a mention speaks of it: within its clause, or in a clause that begins with "that", or right behind a mark. */
export function reachesBack(text: AnswerText, cue: Cue, span: Span): boolean {
  if (cue.start - span.end > 16) return false;
  let commas = 0;
  let relative = false;
  for (let index = span.end; index <= cue.start; index += 1) {
    const parted = text.barriers[index] ?? barrier.none;
    const word = text.tokens[index]?.word ?? '';
    if (parted === barrier.sentence) return false;
    if (parted === barrier.clause && !closesBracket(text, index)) {
      if (relatives.has(word)) relative = true;
      else if (cue.start - index > 2 || index - span.end > 2) return false;
    }
    if (parted === barrier.comma) commas += 1;
    if (parted === barrier.colon && cue.start - index > 2) return false;
    if (
      parted === barrier.none &&
      index > span.end &&
      joiners.has(word) &&
      !plural(text, index) &&
      !predicates.has(text.tokens[index + 1]?.word ?? '')
    )
      return false;
  }
  return commas <= 1 || relative;
}

/** A mention in brackets belongs to what stands around them: "that idea (ship daily) fell through". */
const closesBracket = (text: AnswerText, index: number): boolean => text.tokens[index - 1]?.word === ')';

const predicates = new Set([
  'came',
  'went',
  'later',
  'fell',
  'rose',
  'no',
  'not',
  'never',
  'has',
  'is',
  'was',
  'therefore',
  'thus',
  'hence',
]);
const relatives = new Set(['which', 'that', 'who', 'die', 'das', 'ce', 'qui']);
const joiners = new Set(['and', 'or', 'und', 'et', 'to']);
const plural = (text: AnswerText, from: number): boolean =>
  text.tokens[from]?.word === 'to' ||
  text.tokens.slice(from, from + 8).some(({ word }) => word === 'are' || word === 'were' || word === 'both');
