import { countTokens } from '../score/token-count.js';

/** Tokens of what a model replies, about. */
export interface ReplySizes {
  /** The whole conversation in prose. */
  readonly summary: number;
  /** Two or three sentences. */
  readonly header: number;
  /** Ten turns in prose. */
  readonly part: number;
  /** The six sections. */
  readonly state: number;
  /** A turn of the assistant. */
  readonly turn: number;
  /** An answer to a question. */
  readonly answer: number;
}

/** How a provider's tokens are told beforehand. */
export interface TokenModel {
  readonly count: (text: string) => number;
  readonly replies: ReplySizes;
}

/** Assumed of any model: well within what the prompts allow. */
const usualReplies: ReplySizes = { summary: 400, header: 80, part: 200, state: 400, turn: 250, answer: 60 };
/** What `mock:reader` says, which is terse. */
const readerReplies: ReplySizes = { summary: 60, header: 40, part: 50, state: 95, turn: 1, answer: 17 };
const noReplies: ReplySizes = { summary: 0, header: 0, part: 0, state: 0, turn: 0, answer: 0 };

const mocks = new Map([
  ['mock', noReplies],
  ['mock:reader', readerReplies],
]);

/** A mock counts a quarter of the code points, and the plain one always replies the empty string; others count as cl100k does, about. */
export function tokenModelOf(provider: string): TokenModel {
  if (!isMock(provider)) return { count: countTokens, replies: usualReplies };
  return { count: quarterOfPoints, replies: mocks.get(provider) ?? usualReplies };
}

const quarterOfPoints = (text: string): number => [...text].length / 4;

export const isMock = (provider: string): boolean => provider === 'mock' || provider.startsWith('mock:');
