import { expandContraction } from './contractions.js';
import { foldWord } from './fold-text.js';
import { readDate } from './read-date.js';
import { readNumber } from './read-number.js';
import type { Token } from './token.js';

const abbreviations = new Set(
  'dr mr mrs ms prof st eg ie etc vs cf approx no nr inc ltd jan feb mar apr jun jul aug sep sept oct nov dec bzw usw zb ca bspw mme'.split(
    ' ',
  ),
);
const line =
  /\n+[ \t]*(?:(#{1,6})[ \t]+|([-*+\u2022\u25e6\u2013])[ \t]+|(\d{1,3})[.)][ \t]+|([a-zA-Z])\)[ \t]+|(>)[ \t]*|(\|))?/y;
const word = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*'?/uy;
const clock =
  /(?:([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?: ?([ap])\.?m\b\.?)?|(1[0-2]|0?[1-9]) ?([ap])\.?m\b\.?)(?![\d:])/iy;
const grouped =
  /\d{1,3}(?:([,.' ])\d{3})(?:\1\d{3})*(?:[.,]\d+)?(?![\d])|\d{1,2}(?:,\d{2})+,\d{3}(?![\d])|\d+(?:[.,]\d+)?(?![\d.]*\.\d)/y;
const dotted = /\d+(?:\.\d+){2,}/y;
const joiner = /[-/._@\\]/;
const alphanumeric = /[\p{L}\p{N}]/u;

const at = (pattern: RegExp, text: string, place: number): RegExpExecArray | null => {
  pattern.lastIndex = place;
  return pattern.exec(text);
};

/** Splits a folded text into words, numbers in digits, dates in digits, times of day, marks and line breaks. */
export function lex(text: string): Token[] {
  const tokens: Token[] = [];
  const source = `\n${text}`;
  let place = 0;
  let glued = false;
  const push = (kind: Token['kind'], end: number, folded: string, more: Partial<Token> = {}): void => {
    tokens.push({ kind, start: Math.max(0, place - 1), end: end - 1, word: folded, glued, ...more });
    glued = false;
    place = end;
  };
  while (place < source.length) {
    const char = String.fromCodePoint(source.codePointAt(place) ?? 0);
    if (char === '\n') {
      const found = at(line, source, place);
      const [whole = '\n', heading, bullet, number, letter, quote, row] = found ?? [];
      const mark =
        heading !== undefined
          ? '#'
          : (row ?? quote ?? (bullet ?? number ?? letter) === undefined)
            ? (row ?? quote ?? '')
            : '-';
      push('line', place + whole.length, mark, whole.startsWith('\n\n') ? { capital: true } : {});
    } else if (char === '(' && source[place + 1] === ')') {
      place += 2;
    } else if (char === ' ' || char === '\t') {
      glued = false;
      place += 1;
    } else if (char >= '0' && char <= '9' && (!glued || tokens.at(-1)?.kind === 'number')) {
      readDigits(source, place, push);
    } else {
      const found = at(word, source, place);
      if (found !== null) {
        readWord(found[0], place, push);
      } else {
        const before = source[place - 1] ?? '';
        const after = source[place + 1] ?? '';
        if (joiner.test(char) && alphanumeric.test(before) && alphanumeric.test(after)) {
          glued = true;
          place += 1;
        } else if (char === '.' && isAbbreviation(tokens.at(-1), source, place)) {
          place += 1;
        } else push('mark', place + char.length, char);
      }
    }
  }
  return tokens;
}

type Push = (kind: Token['kind'], end: number, folded: string, more?: Partial<Token>) => void;

function readDigits(source: string, place: number, push: Push): void {
  const { kind, length, word: folded, more } = digitsAt(source, place);
  push(kind, place + length, folded, more);
}

interface Digits {
  readonly kind: Token['kind'];
  readonly length: number;
  readonly word: string;
  readonly more?: Partial<Token>;
}

/** What begins with a digit: a date, a time of day, a number, a version such as 1.2.3, or a code such as 4x4. */
function digitsAt(source: string, place: number): Digits {
  const date = readDate(source, place);
  if (date !== undefined) return { kind: 'date', length: date.length, word: date.key, more: { key: date.key } };
  const time = at(clock, source, place);
  if (time !== null) return { kind: 'time', length: time[0].length, word: time[0], more: { key: clockKey(time) } };
  const number = at(grouped, source, place);
  if (number !== null && suffixes.test(at(word, source, place + number[0].length)?.[0] ?? ''))
    return { kind: 'number', length: number[0].length, word: number[0], more: { numbers: readNumber(number[0]) } };
  const version = at(dotted, source, place);
  if (version !== null) return { kind: 'word', length: version[0].length, word: version[0] };
  const text = at(word, source, place)?.[0] ?? source[place] ?? '';
  return { kind: 'word', length: text.length, word: foldWord(text) };
}

/** What may hang on a number: ordinals, scales and units. */
const suffixes = /^(?:st|nd|rd|th|er|e|[kKmM]|ms|s|h|min|[kKMGT]i?B|mg|g|kg|mm|cm|km|bn|mio|x|tsd)?$/i;

function clockKey([, hour, minute = '00', half, onlyHour, onlyHalf]: readonly (string | undefined)[]): string {
  const pm = (half ?? onlyHalf)?.toLowerCase();
  const read = Number(hour ?? onlyHour);
  const hours = pm === undefined ? read : (read % 12) + (pm === 'p' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}${minute}`;
}

function readWord(text: string, place: number, push: Push): void {
  const parts = expandContraction(foldWord(text));
  const capital = /^\p{Lu}/u.test(text);
  for (const [index, part] of parts.entries()) push('word', place + text.length, part, index === 0 ? { capital } : {});
}

function isAbbreviation(before: Token | undefined, source: string, place: number): boolean {
  if (before?.kind !== 'word') return false;
  const next = source[place + 1] ?? ' ';
  if (next !== ' ') return false;
  if (before.word === 'no' || before.word === 'nr') return /\d/.test(source[place + 2] ?? '');
  if (before.word.length === 1 && before.capital === true) return /\p{L}/u.test(source[place + 2] ?? '');
  return before.word.length === 1 || abbreviations.has(before.word);
}
