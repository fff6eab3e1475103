import type { Language } from '../text/language.js';
import { type ReadText, readText } from '../text/read-text.js';
import { type Barrier, findBarriers } from './barriers.js';
import type { Cue } from './cue.js';
import { findCues } from './find-cues.js';
import { findHeaders } from './headers.js';

/** An answer ready for its mentions to be judged. */
export interface AnswerText extends ReadText {
  readonly cues: readonly Cue[];
  readonly barriers: readonly Barrier[];
  /** For each token the heading or introducing line it stands under: its first and last token. */
  readonly headers: readonly (readonly [number, number] | undefined)[];
}

/** Reads an answer once for all questions about it. `hint` helps to tell its language: the question and the value. */
export function readAnswer(answer: string, hint = '', language?: Language): AnswerText {
  const read = readText(answer, language, hint);
  const cues = findCues(read.tokens, read.language);
  return {
    ...read,
    cues,
    barriers: findBarriers(read.tokens, read.sentences, cues),
    headers: findHeaders(read.tokens),
  };
}
