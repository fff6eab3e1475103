import type { AnswerText } from '../cue/answer-text.js';
import { barrier } from '../cue/barriers.js';
import type { Cue, CueKind } from '../cue/cue.js';
import { struckClose, struckOpen } from '../text/fold-text.js';
import { afterthought } from './afterthought.js';
import type { Span } from './find-mentions.js';
import type { Mention, MentionClass } from './mention.js';
import { negatedBehind } from './negated-behind.js';
import { pastOfOthers } from './past-of-others.js';
import { reachingCues } from './reaching-cues.js';
import { ownWords, saidBySettler } from './speakers.js';

const none: ReadonlySet<string> = new Set();

/** Judges one mention by the cues that reach it. Bounded work for each mention. */
export function judgeMention(text: AnswerText, whole: Span, spelt: ReadonlySet<string> = none): Mention {
  const span = lastClause(text, whole);
  const reaching = reachingCues(text, span, spelt);
  const flags = new Map<CueKind, Cue[]>();
  for (const cue of reaching) flags.set(cue.kind, [...(flags.get(cue.kind) ?? []), cue]);
  const has = (kind: CueKind): boolean => flags.has(kind);
  const because = reaching.map((cue) => `${cue.kind}:${wordsOf(text, cue.start, cue.end)}`);
  const behind = negatedBehind(text, span);
  const after = afterthought(text, span);
  if (behind !== undefined) because.push(behind);
  if (after !== undefined) because.push(`${after.kind}:${after.words}`);

  const struck = isStruck(text, span);
  const restored = has('restore') || restoredBehind(text, span);
  const past = pastOfOthers(text, span, spelt) || (has('outsider') && !has('recommend'));
  const former = isFormer(text, span);
  if (past) because.push('old:past tense');
  const old = ((has('old') || has('once') || former || past) && !restored) || after?.kind === 'old';
  const negative =
    has('neg') ||
    has('ban') ||
    has('status') ||
    has('swap') ||
    behind !== undefined ||
    after?.kind === 'neg' ||
    after?.kind === 'status';
  const dropped = has('drop') || has('gone') || after?.kind === 'drop';
  const reported = (has('report') || has('say')) && !ownWords(text, flags);
  const recommended =
    has('recommend') && !negative && !(reported && starts(flags, 'report', 'say') < starts(flags, 'recommend'));
  const unknown = has('unknown') || asked(text, span, after);

  const chosen = ((): MentionClass => {
    if (struck) return 'quoted';
    if (has('unknown')) return 'hypothetical';
    if (has('refuse') || after?.kind === 'refuse') return 'refused';
    if (negative) {
      if (old && oldFirst(flags)) return 'quoted';
      if (dropped && !has('swap')) return 'quoted';
      return has('ban') || has('status') || after?.kind === 'status' ? 'prohibited' : 'negated';
    }
    if (dropped) return 'quoted';
    if (old) return 'quoted';
    if (unknown) return 'hypothetical';
    if (has('hypo')) return 'hypothetical';
    if (reported && !recommended) return 'quoted';
    return 'stated';
  })();

  return {
    class: chosen,
    start: span.start,
    end: span.end,
    excerpt: wordsOf(text, Math.max(span.start - 6, 0), Math.min(span.end + 6, text.tokens.length)),
    because,
    recommended,
    unknown: has('unknown') || unknown,
    settled:
      !has('report') &&
      !(former || has('old') || has('once') || after?.kind === 'old') &&
      !dropped &&
      !struck &&
      (!has('say') || saidBySettler(text, flags.get('say') ?? [])),
  };
}

/** A mention over two clauses ("do not store the pens there; store them in the fridge") is judged by the second. */
function lastClause(text: AnswerText, span: Span): Span {
  for (let index = span.end - 1; index > span.start; index -= 1)
    if ((text.barriers[index] ?? 0) >= barrier.clause && span.matched.has(index)) return { ...span, start: index };
  return span;
}

/** In brackets, "was" tells of what is no more: "13 March (was 3 March)". */
const isFormer = (text: AnswerText, span: Span): boolean =>
  text.tokens[span.start - 1]?.word === 'was' && text.tokens[span.start - 2]?.word === '(';

const starts = (flags: ReadonlyMap<CueKind, readonly Cue[]>, ...kinds: CueKind[]): number =>
  Math.min(...kinds.flatMap((kind) => (flags.get(kind) ?? []).map(({ start }) => start)), Number.POSITIVE_INFINITY);

/** What once was forbidden is not forbidden now: the "once" stands before the negation. */
function oldFirst(flags: ReadonlyMap<CueKind, readonly Cue[]>): boolean {
  const negative = starts(flags, 'neg', 'status', 'ban');
  return starts(flags, 'old', 'once') < negative || negative === Number.POSITIVE_INFINITY;
}

function isStruck(text: AnswerText, span: Span): boolean {
  const place = text.tokens[span.start]?.start ?? 0;
  const before = text.text.slice(Math.max(0, place - 400), place);
  return before.lastIndexOf(struckOpen) > before.lastIndexOf(struckClose);
}

const again = new Set(['stands', 'remains', 'stays', 'weiterhin']);
const restoredBehind = (text: AnswerText, span: Span): boolean =>
  text.tokens.slice(span.end, span.end + 3).some(({ word }) => again.has(word));

/** A question the answer does not answer itself. */
function asked(text: AnswerText, span: Span, after: ReturnType<typeof afterthought>): boolean {
  const end = text.starts[(text.sentences[span.start] ?? 0) + 1] ?? text.tokens.length;
  const last = text.tokens[end - 1];
  if (last?.kind !== 'mark' || last.word !== '?' || after?.kind === 'yes') return false;
  const start = text.starts[text.sentences[span.start] ?? 0] ?? 0;
  return !text.tokens.slice(start, start + 3).some(({ word }) => word === 'why' || word === 'how');
}

const wordsOf = (text: AnswerText, start: number, end: number): string =>
  text.text
    .slice(text.tokens[start]?.start ?? 0, text.tokens[end - 1]?.end ?? 0)
    .replace(/\s+/g, ' ')
    .trim();
