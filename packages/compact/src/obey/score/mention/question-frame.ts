import { type AnswerText, readAnswer } from '../cue/answer-text.js';
import type { Language } from '../text/language.js';

/** What a question asks for, as far as an answer's short forms depend on it. */
export interface QuestionFrame {
  readonly text: AnswerText;
  /** The keys of its words. */
  readonly asked: ReadonlySet<string>;
  /** It can be answered by yes or no. */
  readonly polar: boolean;
  /** It asks for what must not be done, or whether something is ruled out. */
  readonly prohibiting: boolean;
  /** It asks whether something earlier still holds. */
  readonly stillHolds: boolean;
}

const openers = new Set(
  'is are was were do does did can could should shall will would may must has have am ist sind gilt soll sollen darf wird kann hat habe muss est sont faut peut doit'.split(
    ' ',
  ),
);
const prohibiting = new Set(['neg', 'ban', 'status']);
const warnings = new Set('confidential absolute breach taboo forbid forbade broken'.split(' '));
const earlier = new Set(
  'still prior original earlier old initial previous stay noch alte toujours ancien remain'.split(' '),
);
const frames = new Map<string, QuestionFrame>();

/** Reads a question; the last few hundred are remembered. */
export function frameQuestion(question: string, language?: Language): QuestionFrame {
  const name = `${language ?? ''}:${question}`;
  const known = frames.get(name);
  if (known !== undefined) return known;
  const text = readAnswer(question, '', language);
  const words = text.tokens.map(({ word }) => word);
  const lastStart = text.starts.findLast((start) => start < words.length) ?? 0;
  const first = words.slice(lastStart).find((word) => /^\p{L}/u.test(word)) ?? '';
  const frame: QuestionFrame = {
    text,
    asked: new Set(text.keys),
    polar:
      openers.has(first) ||
      words.slice(0, 8).some((word, index) => word === 'il' && text.tokens[index]?.glued === true),
    prohibiting:
      text.cues.some(({ kind, start }) => start >= lastStart && prohibiting.has(kind)) ||
      words.some((word) => warnings.has(word)),
    stillHolds: words.some((word) => earlier.has(word)),
  };
  if (frames.size >= 500) frames.clear();
  frames.set(name, frame);
  return frame;
}
