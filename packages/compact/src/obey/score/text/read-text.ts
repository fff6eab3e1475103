import { guessLanguage, type Language } from './language.js';
import { pairKey, stemKey } from './stem.js';
import type { Token } from './token.js';
import { tokenize } from './tokenize.js';

/** A text ready to be searched: its tokens, each one's key of comparison, and where its sentences are. */
export interface ReadText {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  /** One per token: the stem of a word, `#` and value of a number, `@` and date; marks have none. */
  readonly keys: readonly string[];
  /** Sentence number of each token, ascending. */
  readonly sentences: readonly number[];
  /** The first token of each sentence, and the number of tokens at the end. */
  readonly starts: readonly number[];
}

/** Reads a text. The language is guessed from `hint` and the text together unless it is given. */
export function readText(text: string, language?: Language, hint = ''): ReadText {
  const { text: folded, tokens } = tokenize(text);
  const spoken = language ?? guessLanguage([...words(tokens), ...(hint === '' ? [] : words(tokenize(hint).tokens))]);
  const { sentences, starts } = splitSentences(tokens);
  return { text: folded, language: spoken, tokens, keys: keysOf(tokens, spoken), sentences, starts };
}

const words = (tokens: readonly Token[]): string[] => tokens.map((token) => token.word);

/** The keys of comparison of a text's tokens. */
export function keysOf(tokens: readonly Token[], language: Language): string[] {
  const keys = tokens.map((token) => keyOf(token, language));
  for (let index = 0; index + 1 < tokens.length; index += 1) {
    const pair = pairKey(tokens[index]?.word ?? '', tokens[index + 1]?.word ?? '');
    if (pair === undefined) continue;
    keys[index] = stemKey(pair, language);
    keys[index + 1] = '';
  }
  return keys;
}

function keyOf(token: Token, language: Language): string {
  if (token.kind === 'word') return token.word === 'one' ? '#1' : stemKey(token.word, language);
  if (token.kind === 'number') return `#${token.numbers?.[0] ?? ''}`;
  if (token.kind === 'date' || token.kind === 'time') return `@${token.key ?? ''}`;
  return '';
}

const ends = new Set(['.', '!', '?']);
const closers = new Set(['"', "'", ')', ']']);

/** A sentence ends at a full stop, exclamation or question mark, at a line that opens something, and after an empty line. */
function splitSentences(tokens: readonly Token[]): { sentences: number[]; starts: number[] } {
  const sentences: number[] = [];
  const starts: number[] = [0];
  let ended = false;
  for (const [index, token] of tokens.entries()) {
    const opens = token.kind === 'line' && (token.word !== '' || token.capital === true || !isWrapped(tokens, index));
    if ((opens || (ended && !closers.has(token.word))) && index > (starts.at(-1) ?? 0)) starts.push(index);
    ended = token.kind === 'mark' && (ends.has(token.word) || (ended && closers.has(token.word)));
    sentences.push(starts.length - 1);
  }
  starts.push(tokens.length);
  return { sentences, starts };
}

/** Whether a line break stands inside a sentence: no mark before it, a small letter after it. */
function isWrapped(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  return before?.kind === 'word' && after?.kind === 'word' && after.capital !== true && before.word !== '';
}
