import { foldText } from './fold-text.js';
import { lex } from './lexer.js';
import { mergeDates } from './merge-dates.js';
import { mergeNumbers } from './merge-numbers.js';
import type { Token } from './token.js';

/** A folded text and its tokens, dates and numbers in words read. */
export interface TokenizedText {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Folds and splits a text; time grows with its length alone. */
export function tokenize(text: string): TokenizedText {
  const folded = foldText(text);
  return { text: folded, tokens: mergeNumbers(mergeDates(lex(folded))) };
}
