import type { AnswerText } from '../cue/answer-text.js';
import type { Cue, CueKind } from '../cue/cue.js';
import type { Token } from '../text/token.js';

const names = new Set<CueKind>(['swap', 'once', 'drop', 'gone', 'report', 'say', 'outsider', 'ban']);
const general = new Set(
  'plan idea decision proposal policy version rule list date price draft document approach option thinking limit one choice to the a'.split(
    ' ',
  ),
);

/**
 * An answer's cues without those that belong to what the question is about: asked for "the freezer swap" or "the sunset of
 * the old API", an answer that says so again gives up nothing. A cue is one of these where it stands in the question
 * beside the same word; beside words as general as "plan" it keeps its meaning.
 */
export function withoutAskedCues(text: AnswerText, question: AnswerText): readonly Cue[] {
  if (!question.cues.some(({ kind }) => names.has(kind))) return text.cues;
  const asked = new Set<string>();
  for (const cue of question.cues) for (const pair of pairsOf(question.tokens, cue)) asked.add(pair);
  return text.cues.filter((cue) => !names.has(cue.kind) || !pairsOf(text.tokens, cue).some((pair) => asked.has(pair)));
}

/** A cue's words with the word before and with the word behind. */
function pairsOf(tokens: readonly Token[], cue: Cue): string[] {
  const words = tokens
    .slice(cue.start, cue.end)
    .map(({ word }) => word)
    .join(' ');
  const before = tokens[cue.start - 1];
  const behind = tokens[cue.end];
  return [
    ...(before?.kind === 'word' && !general.has(before.word) ? [`${before.word} ${words}`] : []),
    ...(behind?.kind === 'word' && !general.has(behind.word) ? [`${words} ${behind.word}`] : []),
  ];
}
