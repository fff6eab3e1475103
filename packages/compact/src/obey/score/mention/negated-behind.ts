import type { AnswerText } from '../cue/answer-text.js';
import { barrier } from '../cue/barriers.js';
import type { CueKind } from '../cue/cue.js';
import { firstCue } from '../cue/first-cue.js';
import type { Span } from './find-mentions.js';

const helpers = new Set(
  'is are was were be been being do does did has have had must may might can could should shall will would need ought any more simply definitely ever so at all there still also really wird werden wurde darf durfen soll sollen sollte ist sind war est sont sera seront doit doivent va vont peut ne n'.split(
    ' ',
  ),
);
const not = new Set(['not', 'never', 'neither', 'nicht', 'nie', 'niemals', 'pas', 'jamais', 'plus']);
const opposites = new Set<CueKind>(['status', 'ban', 'drop', 'gone']);
const nobody = new Set(['nobody', 'never', 'not', 'no']);
const harmless = new Set(
  'only just optional negotiable merely simply changed change later before until all necessarily even yet though'.split(
    ' ',
  ),
);

/** A negation of the verb that a mention is the subject of: "X must never", "X is not the plan", "X is no longer". */
export function negatedBehind(text: AnswerText, span: Span): string | undefined {
  const something = text.tokens
    .slice(span.end, span.end + 3)
    .some(({ word }) => word === 'something' || word === 'what');
  if (something) {
    const denied = text.tokens.slice(span.end, span.end + 12).find(({ word }) => nobody.has(word));
    if (denied !== undefined) return `neg:${denied.word}`;
  }
  let auxiliary = text.language === 'de';
  for (let index = span.end; index < Math.min(span.end + 6, text.tokens.length); index += 1) {
    const token = text.tokens[index];
    if (token === undefined || (text.barriers[index] ?? 0) >= barrier.comma) return undefined;
    if (token.kind === 'mark' && token.word !== '"' && token.word !== "'") return undefined;
    const next = text.tokens[index + 1]?.word ?? '';
    const cue = text.cues[firstCue(text.cues, index + 1)];
    // "is not forbidden" forbids nothing.
    const undone = cue !== undefined && cue.start === index + 1 && opposites.has(cue.kind);
    if (auxiliary && undone && not.has(token.word)) return undefined;
    if (auxiliary && (not.has(token.word) || (token.word === 'no' && next === 'longer')))
      return harmless.has(next) ? undefined : `neg:${token.word}`;
    if (token.kind === 'word' && !helpers.has(token.word)) return undefined;
    if (token.kind === 'word') auxiliary = true;
  }
  return undefined;
}
