import type { AnswerText } from '../cue/answer-text.js';
import { barrier } from '../cue/barriers.js';
import type { Cue, CueKind } from '../cue/cue.js';
import { firstCue } from '../cue/first-cue.js';
import { struckClose, struckOpen } from '../text/fold-text.js';
import { afterthought } from './afterthought.js';
import type { Span } from './find-mentions.js';
import type { Mention, MentionClass } from './mention.js';
import { negatedBehind } from './negated-behind.js';
import { pastOfOthers } from './past-of-others.js';
import { reachesBack, reachesForward } from './reach.js';

const none: ReadonlySet<string> = new Set();
const near = 24;
const bothWays = new Set<CueKind>(['status', 'drop', 'old', 'unknown']);
const backOnly = new Set<CueKind>(['gone']);
const germanNear = 14;

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
  const past = pastOfOthers(text, span, spelt) || isFormer(text, span);
  if (past) because.push('old:past tense');
  const old = ((has('old') || has('once') || past) && !restored) || after?.kind === 'old';
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
    fragment: isFragment(text, span, reaching),
    unknown: has('unknown') || unknown,
    superseded: struck || old || dropped,
    settled:
      !has('report') && !old && !dropped && !struck && (!has('say') || saidBySettler(text, flags.get('say') ?? [])),
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

function reachingCues(text: AnswerText, span: Span, spelt: ReadonlySet<string>): Cue[] {
  const from = firstCue(text.cues, span.start);
  const reaching: Cue[] = [];
  for (let index = Math.max(0, from - near); index < Math.min(text.cues.length, from + near); index += 1) {
    const cue = text.cues[index];
    if (cue === undefined || cue.kind === 'turn' || cue.kind === 'plain' || isPart(text, cue, span, spelt)) continue;
    if (reaches(text, cue, span)) reaching.push(cue);
  }
  const header = text.headers[span.start];
  if (header !== undefined)
    for (const cue of text.cues.slice(firstCue(text.cues, header[0]), firstCue(text.cues, header[1])))
      if (cue.kind !== 'turn' && cue.kind !== 'plain' && cue.kind !== 'say' && cue.kind !== 'recommend')
        reaching.push(cue);
  return withoutCancelled(text, reaching);
}

function reaches(text: AnswerText, cue: Cue, span: Span): boolean {
  if (isParticle(text, cue)) return false;
  if (cue.end <= span.start) return !backOnly.has(cue.kind) && reachesForward(text, cue, span);
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
  if (!adverbs.has(text.tokens[cue.start]?.word ?? '')) return true;
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

const starts = (flags: ReadonlyMap<CueKind, readonly Cue[]>, ...kinds: CueKind[]): number =>
  Math.min(...kinds.flatMap((kind) => (flags.get(kind) ?? []).map(({ start }) => start)), Number.POSITIVE_INFINITY);

const firstPerson = new Set(['i', 'ich', 'je', 'my']);
const pronouns = new Set([
  'i',
  'my',
  'you',
  'he',
  'she',
  'they',
  'we',
  'who',
  'ich',
  'du',
  'sie',
  'er',
  'je',
  'il',
  'elle',
]);

/** Whether every report or saying among the cues has the speaker as its subject: "I suggest", "I think". */
function ownWords(text: AnswerText, flags: ReadonlyMap<CueKind, readonly Cue[]>): boolean {
  return [...(flags.get('report') ?? []), ...(flags.get('say') ?? [])].every((cue) => {
    const before = text.tokens.slice(Math.max(0, cue.start - 3), cue.start).map(({ word }) => word);
    return firstPerson.has(before.findLast((word) => pronouns.has(word)) ?? '');
  });
}

const settlers = new Set(
  'you user client customer host owner we manager team final signed latest current kunde sie decision summary artifact notes record records conversation transcript ledger context state information chat thread provided zusammenfassung notizen resume'.split(
    ' ',
  ),
);

const saidBySettler = (text: AnswerText, cues: readonly Cue[]): boolean =>
  cues.every((cue) =>
    text.tokens.slice(Math.max(0, cue.start - 4), cue.end + 3).some(({ word }) => settlers.has(word)),
  );

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

/** At most three other words in the sentence, none of them a cue. */
function isFragment(text: AnswerText, span: Span, cues: readonly Cue[]): boolean {
  if (cues.length > 0) return false;
  const sentence = text.sentences[span.start] ?? 0;
  let others = 0;
  for (let index = text.starts[sentence] ?? 0; index < (text.starts[sentence + 1] ?? 0) && others < 4; index += 1)
    if ((index < span.start || index >= span.end) && text.tokens[index]?.kind === 'word') others += 1;
  return others < 4;
}

const wordsOf = (text: AnswerText, start: number, end: number): string =>
  text.text
    .slice(text.tokens[start]?.start ?? 0, text.tokens[end - 1]?.end ?? 0)
    .replace(/\s+/g, ' ')
    .trim();
