import type { AnswerText } from '../cue/answer-text.js';
import { barrier } from '../cue/barriers.js';
import type { Token } from '../text/token.js';
import type { Unit } from '../text/units.js';
import { isFunctionWord } from './function-words.js';
import type { Pattern, ValuePattern } from './value-pattern.js';

/** Where a text names a value: tokens from `start` to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The tokens that belong to the value; between them others may stand. */
  readonly matched: ReadonlySet<number>;
}

/** Every mention of a value, in order, without overlaps. Time grows with the text's length alone. */
export function findMentions(text: AnswerText, value: ValuePattern): Span[] {
  const spans = value.patterns.flatMap((pattern) => search(text, pattern));
  spans.sort((a, b) => a.start - b.start || b.matched.size - a.matched.size || a.end - b.end);
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    else if (span.matched.size > last.matched.size) kept[kept.length - 1] = span;
  }
  return kept;
}

function search(text: AnswerText, pattern: Pattern): Span[] {
  if (pattern.kind === 'strict') return strict(text.tokens, pattern.words, pattern.code);
  if (pattern.kind === 'loose') return loose(text, pattern);
  const test =
    pattern.kind === 'number'
      ? (token: Token) => isNumber(token, pattern.value, pattern.unit)
      : (token: Token) => token.kind === 'date' && isDate(token.key ?? '', pattern.key);
  return text.tokens.flatMap((token, index) =>
    test(token) ? [{ start: index, end: index + 1, matched: new Set([index]) }] : [],
  );
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** A number means a value where one of its readings equals it; units are converted, and those of another kind differ. */
function isNumber(token: Token, value: number, unit: Unit | undefined): boolean {
  if (token.kind !== 'number') return false;
  const own = token.unit;
  if (own !== undefined && unit !== undefined) {
    if (own.dimension !== unit.dimension) return false;
    return (token.numbers ?? []).some((read) => near(read * own.factor, value * unit.factor));
  }
  if (own?.dimension === 'percent' && unit === undefined && !Number.isInteger(value)) return false;
  return (token.numbers ?? []).some((read) => near(read, value));
}

/** A date without a year means that day of any year. */
const isDate = (found: string, wanted: string): boolean =>
  found === wanted || ((found.startsWith('--') || wanted.startsWith('--')) && found.slice(-5) === wanted.slice(-5));

function strict(tokens: readonly Token[], words: readonly string[], code: boolean): Span[] {
  const spans: Span[] = [];
  const [first] = words;
  for (const [start, token] of tokens.entries()) {
    if (token.word !== first || !isWordLike(token)) continue;
    if (code && (token.glued || tokens[start + words.length]?.glued === true)) continue;
    if (words.every((word, offset) => tokens[start + offset]?.word === word)) {
      const matched = new Set(words.map((_, offset) => start + offset));
      spans.push({ start, end: start + words.length, matched });
    }
  }
  return spans;
}

const isWordLike = (token: Token): boolean => token.kind !== 'mark' && token.kind !== 'line';

/** The shortest stretch of one sentence that holds all keys, again and again. */
function loose(text: AnswerText, pattern: Extract<Pattern, { kind: 'loose' }>): Span[] {
  const required = pattern.keys.filter((key) => !pattern.optional.has(key));
  const wanted = new Set(pattern.keys);
  const last = new Map<string, number>();
  const spans: Span[] = [];
  let floor = 0;
  for (const [index, key] of text.keys.entries()) {
    if (index === text.starts[text.sentences[index] ?? 0]) floor = Math.max(floor, index);
    if (!wanted.has(key)) continue;
    last.set(key, index);
    let start = index;
    const complete = required.every((name) => {
      const place = last.get(name) ?? -1;
      start = Math.min(start, place);
      return place >= floor;
    });
    if (!complete || index - start >= pattern.window) continue;
    const matched = new Set<number>();
    for (const name of pattern.keys) {
      const place = last.get(name) ?? -1;
      if (place >= floor && index - place < pattern.window) matched.add(place);
    }
    const span = { start: Math.min(...matched), end: index + 1, matched };
    if (!isCompact(text, span, required.length)) continue;
    spans.push(span);
    floor = index + 1;
  }
  return spans;
}

const between = new Set(
  'not never no longer any ever can may must should have has nicht nie niemals niemand kein keine darf durfen soll sollen muss mehr pas jamais plus ne doit peut'.split(
    ' ',
  ),
);
const joins = new Set(['and', 'or', 'und', 'oder', 'et', 'ou', 'but']);

/**
 * Whether the words of a phrase stand close enough to be one: within a clause, with at most two foreign words of content
 * between them; two words alone with at most one, and no "and".
 */
function isCompact(text: AnswerText, span: Span, required: number): boolean {
  let foreign = 0;
  for (let index = span.start; index < span.end; index += 1) {
    const token = text.tokens[index];
    if (token === undefined) continue;
    if (index > span.start && (text.barriers[index] ?? 0) >= barrier.clause && !span.matched.has(index)) return false;
    if (span.matched.has(index) || token.kind === 'mark' || token.kind === 'line') continue;
    if (required <= 2 && joins.has(token.word)) return false;
    if (!isFunctionWord(token.word, text.language) && !between.has(token.word)) foreign += 1;
  }
  return foreign <= (required <= 2 ? 1 : 2);
}
