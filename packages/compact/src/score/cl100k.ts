import cl100k from 'js-tiktoken/ranks/cl100k_base';
import { mergeBytes } from './byte-pair-merge.js';

/**
 * How tiktoken 0.14 splits a text for cl100k_base, with Rust's white space spelt out (JavaScript's `\s` lacks U+0085 and
 * has U+FEFF) and its case-insensitive `s` (which also takes U+017F). Possessive quantifiers change no match here.
 */
const blank = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const pieces = new RegExp(
  [
    "'(?:[sdmtSDMT\\u017f]|[lL][lL]|[vV][eE]|[rR][eE])",
    '[^\\r\\n\\p{L}\\p{N}]?\\p{L}+',
    '\\p{N}{1,3}',
    ` ?[^${blank}\\p{L}\\p{N}]+[\\r\\n]*`,
    `[${blank}]+$`,
    `[${blank}]*[\\r\\n]`,
    `[${blank}]+(?![^${blank}])`,
    `[${blank}]`,
  ].join('|'),
  'gu',
);

let ranks: ReadonlyMap<string, number> | undefined;

/** The token ids of a text in cl100k_base. The names of special tokens are ordinary text; lone surrogates are U+FFFD. */
export function encodeCl100k(text: string): number[] {
  ranks ??= readRanks();
  const ids: number[] = [];
  for (const piece of text.match(pieces) ?? []) {
    const bytes = bytesOf(piece);
    const whole = ranks.get(bytes);
    if (whole !== undefined) ids.push(whole);
    else for (const token of mergeBytes(bytes, ranks)) ids.push(ranks.get(token) ?? 0);
  }
  return ids;
}

/** How many tokens a text has in cl100k_base. */
export function countCl100k(text: string): number {
  let count = 0;
  for (const piece of text.match(pieces) ?? []) count += counted.get(piece) ?? countPiece(piece);
  return count;
}

/** What pieces met lately have: the words of a conversation come again and again, and most are no token of their own. */
const counted = new Map<string, number>();
const mostCounted = 100_000;
/** In code units; longer pieces are seldom met twice. */
const longestCounted = 40;

function countPiece(piece: string): number {
  ranks ??= readRanks();
  const bytes = bytesOf(piece);
  const count = ranks.has(bytes) ? 1 : mergeBytes(bytes, ranks).length;
  if (piece.length > longestCounted) return count;
  if (counted.size >= mostCounted) counted.clear();
  counted.set(piece, count);
  return count;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ascii = /^[\u0000-\u007f]*$/;

/** UTF-8 as a string of one character per byte: what the ranks are keyed by. */
const bytesOf = (piece: string): string => (ascii.test(piece) ? piece : Buffer.from(piece, 'utf8').toString('latin1'));

/** Lines of `! <first rank> <token> <token> …`, tokens in base64. */
function readRanks(): ReadonlyMap<string, number> {
  const read = new Map<string, number>();
  for (const line of cl100k.bpe_ranks.split('\n')) {
    const [, first, ...tokens] = line.split(' ');
    let rank = Number(first);
    for (const token of tokens) read.set(Buffer.from(token, 'base64').toString('latin1'), rank++);
  }
  return read;
}
