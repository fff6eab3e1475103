import { dateKey, monthOf, ordinalOf } from './read-date.js';
import type { Token } from './token.js';

const suffixes = new Set(['st', 'nd', 'rd', 'th', 'er', '.']);
const between = new Set(['of', 'the', 'de']);

/** Reads `3 March 2025`, `March 3rd, 2025`, `am siebzehnten Mai 2025` and their like as one token each. */
export function mergeDates(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  let index = 0;
  while (index < tokens.length) {
    const found = dayFirst(tokens, index) ?? monthFirst(tokens, index);
    const token = tokens[index];
    if (found !== undefined && token !== undefined) {
      const last = tokens[found.next - 1] ?? token;
      merged.push({
        kind: 'date',
        start: token.start,
        end: last.end,
        word: found.key,
        key: found.key,
        glued: token.glued,
      });
      index = found.next;
    } else {
      if (token !== undefined) merged.push(token);
      index += 1;
    }
  }
  return merged;
}

type Found = { readonly key: string; readonly next: number } | undefined;

const whole = (token: Token | undefined): number | undefined => {
  const value = token?.kind === 'number' ? token.numbers?.[0] : undefined;
  return value !== undefined && Number.isInteger(value) ? value : undefined;
};

function dayFirst(tokens: readonly Token[], start: number): Found {
  const token = tokens[start];
  const day = whole(token) ?? (token?.kind === 'word' ? ordinalOf(token.word) : undefined);
  if (day === undefined || day > 31) return undefined;
  let next = skip(tokens, start + 1, suffixes, 1);
  next = skip(tokens, next, between, 2);
  const month = monthAt(tokens, next);
  return month === undefined ? undefined : finish(tokens, next + 1, month, day);
}

function monthFirst(tokens: readonly Token[], start: number): Found {
  const month = monthAt(tokens, start);
  // Before its day a month has a capital in every language that writes it there; "march 3 miles" has none.
  if (month === undefined || tokens[start]?.capital !== true) return undefined;
  let next = skip(tokens, start + 1, new Set(['.']), 1);
  next = skip(tokens, next, between, 1);
  const day = whole(tokens[next]) ?? ordinalOf(tokens[next]?.word ?? '');
  if (day === undefined || day > 31 || tokens[next]?.unit !== undefined) return undefined;
  return finish(tokens, skip(tokens, next + 1, suffixes, 1), month, day);
}

function monthAt(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index];
  if (token?.kind !== 'word') return undefined;
  // "may" and "mars" are words of their own; as months they are written with a capital.
  return token.word.length <= 3 && token.capital !== true ? undefined : monthOf(token.word);
}

function finish(tokens: readonly Token[], from: number, month: number, day: number): Found {
  let next = skip(tokens, from, new Set(['.', ',', "'"]), 2);
  const value = whole(tokens[next]);
  const digits = tokens[next]?.word.length ?? 0;
  const short = digits === 2 && tokens[next - 1]?.word === "'";
  const year = value === undefined ? undefined : digits === 4 ? value : short ? 2000 + value : undefined;
  next = year === undefined ? from : next + 1;
  const key = dateKey(year, month, day);
  return key === undefined ? undefined : { key, next };
}

function skip(tokens: readonly Token[], from: number, words: ReadonlySet<string>, most: number): number {
  let next = from;
  while (next < from + most && words.has(tokens[next]?.word ?? '\n')) next += 1;
  return next;
}
