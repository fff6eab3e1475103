import { type AnswerText, readAnswer } from '../cue/answer-text.js';
import type { Language } from '../text/language.js';
import { findMentions, type Span } from './find-mentions.js';
import { isFunctionWord } from './function-words.js';
import { judgeMention } from './judge-mention.js';
import type { Mention, MentionClass } from './mention.js';
import { type ParaphrasedMention, paraphrasedMentions } from './paraphrase/paraphrased-mentions.js';
import { frameQuestion, type QuestionFrame } from './question-frame.js';
import { compileValue, elliptical, type ValuePattern } from './value-pattern.js';
import { withoutAskedCues } from './without-asked-cues.js';
import { withoutQuestion } from './without-question.js';

/** An answer beside its question, read once for all values looked for in it. */
export interface ReadAnswer {
  readonly text: AnswerText;
  readonly frame: QuestionFrame;
  /** What it says at once to a question of yes or no. */
  readonly particle: 'yes' | 'no' | undefined;
}

/** What an answer does with one value. */
export interface ValueAnalysis {
  readonly value: string;
  readonly mentions: readonly Mention[];
  /** The answer asserts it. */
  readonly asserted: boolean;
  /** The answer names it as what must not be done, asked for just that. */
  readonly prohibited: boolean;
  /** The answer recommends it or does it. */
  readonly violated: boolean;
}

const yes = new Set('yes yeah yep correct absolutely sure indeed right ja oui genau'.split(' '));
const no = new Set('no nope nein non'.split(' '));

/** Reads an answer to a question; a question that the answer repeats is left out. */
export function readResponse(question: string, answer: string, language?: Language): ReadAnswer {
  const frame = frameQuestion(question, language);
  const read = readAnswer(withoutQuestion(answer, question), question, language);
  const text = { ...read, cues: withoutAskedCues(read, frame.text) };
  const first = text.tokens.find(({ kind }) => kind === 'word')?.word ?? '';
  return { text, frame, particle: yes.has(first) ? 'yes' : no.has(first) ? 'no' : undefined };
}

const compiled = new Map<string, ValuePattern>();

function patternOf(value: string, aliases: readonly string[], language: Language): ValuePattern {
  const name = aliases.length === 0 ? `${language} ${value}` : JSON.stringify([language, value, aliases]);
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const pattern = compileValue(value, aliases, language);
  if (compiled.size >= 2000) compiled.clear();
  compiled.set(name, pattern);
  return pattern;
}

/**
 * What an answer does with a value. A mention that lies within a mention of one of `others` (other values of the same
 * check) is not counted. Where no mention is found in the value's own words, others that mean the same are looked for:
 * with a `reading` of `loose` also the contrary, and what leaves a word out; these never make it violated.
 */
export function analyseValue(
  answer: ReadAnswer,
  value: string,
  aliases: readonly string[] = [],
  others: readonly string[] = [],
  reading: Reading = 'loose',
): ValueAnalysis {
  const { text, frame } = answer;
  const pattern = patternOf(value, aliases, text.language);
  const shadows = new Map<number, Span[]>();
  for (const other of others)
    for (const shadow of findMentions(text, patternOf(other, [], text.language)))
      for (const index of shadow.matched) shadows.set(index, [...(shadows.get(index) ?? []), shadow]);
  const spans = mentionsOf(answer, pattern).filter((span) => !isShadowed(span, shadows));
  const own = spans.map((span) => ({ mention: judgeMention(text, span, pattern.words), accuses: true }));
  const found = (own.length > 0 ? own : inOtherWords(answer, pattern, others, reading)).map(({ mention, accuses }) => ({
    mention: pattern.inverted ? inverse(mention) : mention,
    accuses,
  }));
  const mentions = found.map(({ mention }) => mention);
  const decisive = mentions.filter(isDecisive);
  const last = decisive.at(-1);
  const implied = impliedBy(answer, pattern, mentions);
  return {
    value,
    mentions,
    asserted: (decisive.some(asserts) && last !== undefined && asserts(last)) || (implied && frame.polar),
    prohibited:
      mentions.some(prohibits) && !mentions.some((mention) => mention.class === 'stated' && mention.recommended),
    violated: found.some(({ mention, accuses }) => accuses && violates(mention, frame)) || implied,
  };
}

/** The mentions of a value; where there are none, those that leave out what the question has said, in a sentence of nothing else. */
function mentionsOf({ text, frame }: ReadAnswer, pattern: ValuePattern): Span[] {
  const spans = findMentions(text, pattern);
  if (spans.length > 0 || frame.polar) return spans;
  const short = elliptical(pattern, frame.asked);
  return short === pattern ? [] : findMentions(text, short).filter((span) => isAllOf(text, span, frame.asked));
}

/** How far an answer's words may be from a value's: synonyms alone, or also contraries and what leaves a word out. */
export type Reading = 'strict' | 'loose';

function inOtherWords(
  { text, frame }: ReadAnswer,
  pattern: ValuePattern,
  others: readonly string[],
  reading: Reading,
): ParaphrasedMention[] {
  return paraphrasedMentions(text, pattern.terms(), pattern.words, {
    asked: frame.asked,
    rivals: () => others.flatMap((other) => patternOf(other, [], text.language).terms()),
    lenient: reading === 'loose',
    elliptical: !frame.polar,
  });
}

function isAllOf(text: AnswerText, span: Span, asked: ReadonlySet<string>): boolean {
  const sentence = text.sentences[span.start] ?? 0;
  for (let index = text.starts[sentence] ?? 0; index < (text.starts[sentence + 1] ?? 0); index += 1) {
    const token = text.tokens[index];
    if (token === undefined || token.kind === 'mark' || token.kind === 'line' || span.matched.has(index)) continue;
    if (!isFunctionWord(token.word, text.language) && !asked.has(text.keys[index] ?? '')) return false;
  }
  return true;
}

/** Whether a longer value's mention holds the span's first word and all the rest. `shadows`: mentions by each token of theirs. */
const isShadowed = (span: Span, shadows: ReadonlyMap<number, readonly Span[]>): boolean =>
  (shadows.get(Math.min(...span.matched)) ?? []).some((shadow) => covers(shadow, span));

const covers = (shadow: Span, span: Span): boolean =>
  shadow.start <= span.start && shadow.end >= span.end && shadow.matched.size > span.matched.size;

const asserts = (mention: Mention): boolean =>
  mention.class === 'stated' || (mention.class === 'quoted' && mention.settled);

const denials: ReadonlySet<MentionClass> = new Set(['negated', 'prohibited', 'refused']);
const isDecisive = (mention: Mention): boolean => asserts(mention) || denials.has(mention.class);

/** Asked for what is forbidden, one need not say again that it is: a bare naming counts, a recommendation does not. */
function prohibits(mention: Mention): boolean {
  if (denials.has(mention.class)) return true;
  if (mention.class === 'hypothetical') return !mention.unknown;
  if (mention.class === 'quoted') return mention.settled;
  return mention.class === 'stated' && !mention.recommended;
}

const violates = (mention: Mention, frame: QuestionFrame): boolean =>
  mention.class === 'stated' && (mention.recommended || !frame.prohibiting);

/** A "yes" without more affirms what the question names, or asks whether it still holds. */
function impliedBy(answer: ReadAnswer, pattern: ValuePattern, mentions: readonly Mention[]): boolean {
  const { frame, particle } = answer;
  if (particle !== 'yes' || !frame.polar || frame.prohibiting || mentions.length > 0) return false;
  return findMentions(frame.text, pattern).length > 0 || (frame.stillHolds && answer.text.tokens.length < 8);
}

const opposite: Readonly<Record<MentionClass, MentionClass>> = {
  stated: 'negated',
  negated: 'stated',
  prohibited: 'stated',
  refused: 'stated',
  quoted: 'quoted',
  hypothetical: 'hypothetical',
};

const inverse = (mention: Mention): Mention => ({ ...mention, class: opposite[mention.class] });
