import type { AnswerText } from '../cue/answer-text.js';
import { baseForm } from '../text/irregular.js';
import type { Span } from './find-mentions.js';

/** After these a form in -ed is a participle, or the speaker's own deed. */
const others = new Set(
  'is are be was were been being get gets got have has had will would to i we it and or of not never the a an you by must may'.split(
    ' ',
  ),
);

/**
 * Whether the mention tells what someone else once did: "the vendors skipped code review", where the value itself (`spelt`)
 * has another form of the verb. English only.
 */
export function pastOfOthers(text: AnswerText, span: Span, spelt: ReadonlySet<string>): boolean {
  if (text.language !== 'en') return false;
  if (isGeneral(text, span.start)) return true;
  const verb = text.tokens[span.start];
  const before = text.tokens[span.start - 1];
  if (
    verb?.kind !== 'word' ||
    before?.kind !== 'word' ||
    (others.has(before.word) && before.word !== 'had') ||
    !span.matched.has(span.start)
  )
    return false;
  if (
    verb.capital === true ||
    spelt.has(verb.word) ||
    !(/[^e]ed$/.test(verb.word) || baseForm(verb.word) !== verb.word)
  )
    return false;
  const subject = text.tokens[span.start - 2]?.word ?? '';
  return subject !== 'i' && subject !== 'we' && !/ly$/.test(before.word);
}

const quantities = new Set(['many', 'most', 'some', 'other', 'several', 'few']);

/** "Many sites deploy …": what people at large do. */
const isGeneral = (text: AnswerText, verb: number): boolean =>
  quantities.has(text.tokens[verb - 2]?.word ?? '') && (text.tokens[verb - 1]?.word ?? '').endsWith('s');
