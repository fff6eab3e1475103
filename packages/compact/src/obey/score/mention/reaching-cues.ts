import type { AnswerText } from '../cue/answer-text.js';
import type { Cue, CueKind } from '../cue/cue.js';
import { firstCue } from '../cue/first-cue.js';
import type { Span } from './find-mentions.js';
import { isMereFrom, reachesBack, reachesForward } from './reach.js';

/** How many cues on either side are looked at, so that each mention costs the same however long the text is. */
const near = 24;
const bothWays = new Set<CueKind>(['status', 'drop', 'old', 'unknown']);
const backOnly = new Set<CueKind>(['gone']);
const germanNear = 14;

/** The cues that reach a mention, in order, without those that another one undoes. */
export function reachingCues(text: AnswerText, span: Span, spelt: ReadonlySet<string>): Cue[] {
  const from = firstCue(text.cues, span.start);
  const reaching: Cue[] = [];
  for (let index = Math.max(0, from - near); index < Math.min(text.cues.length, from + near); index += 1) {
    const cue = text.cues[index];
    if (cue === undefined || cue.kind === 'turn' || cue.kind === 'plain' || isPart(text, cue, span, spelt)) continue;
    if (reaches(text, cue, span)) reaching.push(cue);
  }
  const header = text.headers[span.start];
  if (header !== undefined)
    for (const cue of headerCues(text, header))
      if (cue.kind !== 'turn' && cue.kind !== 'plain' && cue.kind !== 'say' && cue.kind !== 'recommend')
        reaching.push(cue);
  return withoutCancelled(text, reaching);
}

function headerCues(text: AnswerText, [start, end]: readonly [number, number]): readonly Cue[] {
  const from = firstCue(text.cues, start);
  return text.cues.slice(from, Math.min(firstCue(text.cues, end), from + near));
}

function reaches(text: AnswerText, cue: Cue, span: Span): boolean {
  if (isParticle(text, cue)) return false;
  if (cue.end <= span.start) return !backOnly.has(cue.kind) && reachesForward(text, cue, span);
  if (cue.kind === 'swap' && cue.start < span.end && isMereFrom(text, cue)) return false;
  if (cue.start < span.end)
    return cue.kind !== 'report' && cue.kind !== 'say' && cue.kind !== 'recommend' && cue.kind !== 'restore';
  if (cue.kind === 'old') return reachesBack(text, cue, span) && closes(text, cue, span);
  if (bothWays.has(cue.kind) || backOnly.has(cue.kind)) return reachesBack(text, cue, span);
  if (cue.kind === 'once') return isPredicate(text, span) && cue.start - span.end <= 3;
  if (cue.kind === 'report' || (cue.kind === 'refuse' && text.language === 'en'))
    return isPredicate(text, span) && reachesBack(text, cue, span);
  const verbLast = text.language !== 'en' && (cue.kind === 'neg' || cue.kind === 'ban' || cue.kind === 'refuse');
  return verbLast && cue.start - span.end < germanNear && !isSwapPair(text, cue) && reachesBack(text, cue, span);
}

/** "nicht mehr", "sondern" and the like speak of what follows them when it is there. */
const isSwapPair = (text: AnswerText, cue: Cue): boolean =>
  ['et', 'sans', 'ohne'].includes(text.tokens[cue.start]?.word ?? '');

/** Whether a cue is made of the value's own words: "without a batch record", "the boxes from Tessmar". */
function isPart(text: AnswerText, cue: Cue, span: Span, spelt: ReadonlySet<string>): boolean {
  const words = text.tokens.slice(cue.start, cue.end);
  if (words.some((_, offset) => span.matched.has(cue.start + offset))) return true;
  return cue.start >= span.start && cue.end <= span.end && words.every(({ word }) => spelt.has(word));
}

const cancelled = new Set<CueKind>(['ban', 'status', 'swap', 'drop', 'gone', 'refuse', 'hypo']);

/** A negation right before a prohibition, or anywhere before a "without" in its clause, leaves an assertion. */
function withoutCancelled(text: AnswerText, cues: readonly Cue[]): Cue[] {
  const out = new Set<Cue>();
  for (const [index, cue] of cues.entries()) {
    const before = cues[index - 1];
    if (before === undefined || out.has(before) || before.kind !== 'neg') continue;
    const gap = cue.start - before.end;
    const word = text.tokens[cue.start]?.word ?? '';
    const without = word === 'without' || (exceptions.has(word) && gap <= 4);
    if (
      (cancelled.has(cue.kind) && gap >= 0 && gap <= 2 && isOpen(text, before.end, cue.start)) ||
      (without && gap <= 12)
    ) {
      out.add(before);
      out.add(cue);
    }
  }
  return cues.filter((cue) => !out.has(cue) && !(cancelled.has(cue.kind) && isDenied(text, cue)));
}

/** Whether a negation stands right before a cue, wherever the mention is: "is not forbidden". */
function isDenied(text: AnswerText, cue: Cue): boolean {
  const before = text.cues[firstCue(text.cues, cue.start) - 1];
  return (
    before?.kind === 'neg' &&
    cue.start - before.end <= 1 &&
    cue.start >= before.end &&
    isOpen(text, before.end, cue.start)
  );
}

const exceptions = new Set(['other', 'except', 'apart', 'besides', 'but']);

const isOpen = (text: AnswerText, from: number, to: number): boolean =>
  text.barriers.slice(from, to + 1).every((parted) => parted === 0);

const adverbs = new Set(
  'originally initially previously formerly at ursprunglich anfangs zuerst zunachst fruher damals bisher initialement auparavant avant autrefois'.split(
    ' ',
  ),
);

/** An adverb of time speaks of what precedes it only at the end of its clause: "it was $4,500 originally". */
function closes(text: AnswerText, cue: Cue, span: Span): boolean {
  for (let index = span.end + 1; index <= cue.start; index += 1) if ((text.barriers[index] ?? 0) !== 0) return false;
  if ((text.barriers[span.end] ?? 0) !== 0 && cue.start === span.end && text.tokens[span.end]?.kind !== 'mark')
    return false;
  const word = text.tokens[cue.start]?.word ?? '';
  if (word === 'before')
    return text.tokens
      .slice(Math.max(0, span.start - 6), cue.start)
      .some((token) => /^(?:was|were|had|did)$|[^e]ed$/.test(token.word));
  if (!adverbs.has(word)) return true;
  const next = text.tokens[cue.end];
  return next === undefined || next.kind !== 'word' || (text.barriers[cue.end] ?? 0) !== 0;
}

const particles = new Set(['no', 'nein', 'non', 'nope']);

/** "No," as an answer negates nothing in its own sentence. */
const isParticle = (text: AnswerText, cue: Cue): boolean =>
  cue.end === cue.start + 1 &&
  particles.has(text.tokens[cue.start]?.word ?? '') &&
  text.tokens[cue.end]?.kind === 'mark' &&
  text.tokens[cue.end]?.word !== '"';

const predicates = new Set(['was', 'were', 'is', 'had', 'has', 'came']);

/** Whether the mention is the subject of what follows: "X was her wish", "X is something I refuse". */
const isPredicate = (text: AnswerText, span: Span): boolean => predicates.has(text.tokens[span.end]?.word ?? '');
