import type { AnswerText } from '../cue/answer-text.js';
import { barrier } from '../cue/barriers.js';
import { firstCue } from '../cue/first-cue.js';
import type { Span } from './find-mentions.js';

/** What the words after a mention's clause say of it. */
export interface Afterthought {
  readonly kind: 'neg' | 'status' | 'drop' | 'old' | 'refuse' | 'yes';
  readonly words: string;
}

const conjunctions = new Set(['but', 'and', 'so', 'although', 'though', 'however', 'aber', 'mais', 'und', 'et']);
const pointers = new Set('that this it these those both which such das dies diese ce cela c'.split(' '));
const refusals = new Set(['no', 'never', 'nope', 'nein', 'niemals', 'non', 'jamais']);
const consents = new Set(['yes', 'sure', 'absolutely', 'definitely', 'ja', 'oui']);
const change = new Set([
  'now',
  'then',
  'today',
  'later',
  'since',
  'but',
  'until',
  'afterwards',
  'jetzt',
  'inzwischen',
  'aber',
  'maintenant',
  'mais',
  'heute',
  'though',
  'however',
  'although',
  'yet',
  'when',
]);
const past = new Set([
  'would',
  'wanted',
  'planned',
  'intended',
  'started',
  'began',
  'was',
  'were',
  'had',
  'did',
  'war',
  'waren',
  'hatte',
  'etait',
  'avait',
]);
const modal = new Set(['must', 'may', 'should', 'will', 'can', 'would', 'is', 'darf', 'doit']);

/**
 * What follows a mention's clause and speaks of it: a clause that begins with "that" or "this" and says it is forbidden
 * or was dropped; the answer "no" to a question; and for what "was", a contrast with now.
 */
export function afterthought(text: AnswerText, span: Span): Afterthought | undefined {
  const joined = text.tokens[span.end]?.word === 'and' || text.tokens[span.end + 1]?.word === 'and';
  const together = joined ? avoidedThat(text, span.end) : undefined;
  if (together !== undefined) return together;
  const start = clauseAfter(text, span);
  if (start === undefined) return undefined;
  const opener = text.tokens[start]?.word ?? '';
  const begin = conjunctions.has(opener) ? start + 1 : start;
  const first = text.tokens[begin]?.word ?? '';
  const question = questionBefore(text, start);
  if (question && consents.has(first)) return { kind: 'yes', words: first };
  if (question && refusals.has(first)) return { kind: 'neg', words: first };
  if (question && startsRefusal(text, start)) return { kind: 'refuse', words: 'refusal' };
  if (pointers.has(first)) return pointed(text, begin);
  if (opener === 'but' && declined(text, begin)) return { kind: 'refuse', words: 'but not' };
  const avoided = avoidedThat(text, start);
  if (avoided !== undefined) return avoided;
  if (wasBefore(text, span) && (change.has(first) || change.has(opener) || isContrasted(text, start)))
    return { kind: 'old', words: first };
  return undefined;
}

function clauseAfter(text: AnswerText, span: Span): number | undefined {
  for (let index = span.end; index < Math.min(span.end + 24, text.tokens.length); index += 1) {
    if ((text.barriers[index] ?? 0) < barrier.comma) continue;
    let start = index;
    while (text.tokens[start]?.kind === 'mark' || text.tokens[start]?.kind === 'line') start += 1;
    if (
      (text.barriers[index] ?? 0) === barrier.comma &&
      !change.has(text.tokens[start]?.word ?? '') &&
      !pointers.has(text.tokens[start]?.word ?? '')
    )
      continue;
    return start;
  }
  return undefined;
}

function questionBefore(text: AnswerText, start: number): boolean {
  for (let index = start - 1; index >= Math.max(0, start - 3); index -= 1) {
    const token = text.tokens[index];
    if (token?.kind === 'mark' && token.word === '?') return true;
    if (token?.kind === 'word') return false;
  }
  return false;
}

const startsRefusal = (text: AnswerText, start: number): boolean =>
  text.cues[firstCue(text.cues, start)]?.start === start && text.cues[firstCue(text.cues, start)]?.kind === 'refuse';

function pointed(text: AnswerText, start: number): Afterthought | undefined {
  const from = firstCue(text.cues, start);
  for (const cue of text.cues.slice(from, from + 10)) {
    if (cue.start > start + 9) break;
    if (crosses(text, start, cue.start)) break;
    const words = text.tokens
      .slice(cue.start, cue.end)
      .map(({ word }) => word)
      .join(' ');
    if (cue.kind === 'status') return { kind: 'status', words };
    if (cue.kind === 'drop' || cue.kind === 'gone') return { kind: 'drop', words };
    if (cue.kind === 'neg' && text.tokens.slice(cue.start, cue.end + 1).some(({ word }) => modal.has(word)))
      return { kind: 'neg', words };
    if (cue.kind === 'neg' && modal.has(text.tokens[cue.start - 1]?.word ?? '')) return { kind: 'neg', words };
    if (cue.kind === 'plain') return undefined;
  }
  return undefined;
}

/** "…, so avoid that": a prohibition whose object is what was just named. */
function avoidedThat(text: AnswerText, start: number): Afterthought | undefined {
  const cue = text.cues
    .slice(firstCue(text.cues, start), firstCue(text.cues, start) + 4)
    .find(({ kind }) => kind === 'ban');
  if (cue === undefined || cue.start > start + 4 || crosses(text, start, cue.start)) return undefined;
  return pointers.has(text.tokens[cue.end]?.word ?? '')
    ? { kind: 'neg', words: text.tokens[cue.start]?.word ?? '' }
    : undefined;
}

function crosses(text: AnswerText, from: number, to: number): boolean {
  for (let index = from + 1; index <= to; index += 1) if ((text.barriers[index] ?? 0) >= barrier.clause) return true;
  return false;
}

const speakers = new Set(['i', 'we', 'they', 'he', 'she']);

/** "…, but I won't": a negation that leaves its verb out, as the verb was the mention. */
function declined(text: AnswerText, start: number): boolean {
  const first = text.tokens[start]?.word ?? '';
  if (!speakers.has(first) && !modal.has(first)) return false;
  for (let index = start + 1; index < start + 4; index += 1)
    if (text.tokens[index]?.word === 'not') {
      const next = text.tokens[index + 1];
      return next === undefined || next.kind !== 'word';
    }
  return false;
}

const present = new Set(
  'truth reality fact now current currently today since instead meanwhile nowadays jetzt heute maintenant'.split(' '),
);

/** Whether the clause that follows says what holds today. */
function isContrasted(text: AnswerText, start: number): boolean {
  for (let index = start; index < Math.min(start + 8, text.tokens.length); index += 1) {
    if (index > start && (text.barriers[index] ?? 0) === barrier.sentence) return false;
    if (present.has(text.tokens[index]?.word ?? '')) return true;
  }
  return false;
}

const settled = new Set(
  'final decision decided agreed settled chosen approved locked latest confirmed beschlossen decide'.split(' '),
);

/** Whether the mention's clause is in the past tense, and tells of no decision that stands. */
function wasBefore(text: AnswerText, span: Span): boolean {
  let found = false;
  for (let index = span.end; index >= Math.max(0, span.start - 10); index -= 1) {
    if (index < span.start && (text.barriers[index + 1] ?? 0) >= barrier.clause) break;
    const word = text.tokens[index]?.word ?? '';
    if (settled.has(word)) return false;
    if (past.has(word)) found = true;
  }
  return found;
}
