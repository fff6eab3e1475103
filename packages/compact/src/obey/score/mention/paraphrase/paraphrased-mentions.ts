import type { AnswerText } from '../../cue/answer-text.js';
import { firstCue } from '../../cue/first-cue.js';
import type { Span } from '../find-mentions.js';
import { judgeMention } from '../judge-mention.js';
import type { Mention } from '../mention.js';
import { findParaphrases, type Paraphrase, type ParaphraseSearch } from './find-paraphrases.js';
import type { Term } from './terms.js';

/** A value said in other words, and whether that is enough to hold it against the answer. */
export interface ParaphrasedMention {
  readonly mention: Mention;
  readonly accuses: boolean;
}

/** The mentions of a value in other words, for an answer that has none in the value's own. */
export function paraphrasedMentions(
  text: AnswerText,
  spellings: readonly (readonly Term[])[],
  spelt: ReadonlySet<string>,
  search: ParaphraseSearch,
): ParaphrasedMention[] {
  return spellings.flatMap((terms) =>
    findParaphrases(text, terms, search).flatMap((found) => {
      const judged = conditioned(text, found.span, judgeMention(text, found.span, spelt));
      const mention = contrary.has(found.kind) ? turned(judged, found.kind) : judged;
      if (mention === undefined) return [];
      const because = [`paraphrase:${found.kind}`, ...mention.because];
      return [{ mention: { ...mention, because }, accuses: found.kind === 'full' && found.literal }];
    }),
  );
}

/** In other words, what follows from a condition at the beginning of its sentence is no more than that. */
function conditioned(text: AnswerText, span: Span, mention: Mention): Mention {
  const start = text.starts[text.sentences[span.start] ?? 0] ?? 0;
  const first = text.tokens.findIndex((token, index) => index >= start && token.kind === 'word');
  const cue = text.cues[firstCue(text.cues, first)];
  const opens = (cue?.kind === 'hypo' && cue.start === first) || text.tokens[first]?.word === 'should';
  return opens && mention.class === 'stated' ? { ...mention, class: 'hypothetical' } : mention;
}

const contrary: ReadonlySet<Paraphrase['kind']> = new Set(['opposite', 'required', 'paired']);

/** Who says that the contrary holds forbids the value; a contrary that is denied, doubted or someone's wish says nothing. */
function turned(mention: Mention, kind: Paraphrase['kind']): Mention | undefined {
  if (kind === 'paired' && mention.class === 'negated') return { ...mention, class: 'prohibited' };
  if (mention.class !== 'stated' && !(mention.class === 'quoted' && mention.settled)) return undefined;
  return { ...mention, class: 'prohibited', recommended: false };
}
