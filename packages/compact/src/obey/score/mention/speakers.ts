import type { AnswerText } from '../cue/answer-text.js';
import type { Cue, CueKind } from '../cue/cue.js';

const firstPerson = new Set(['i', 'ich', 'je', 'my']);
const pronouns = new Set([
  'i',
  'my',
  'you',
  'he',
  'she',
  'they',
  'we',
  'who',
  'ich',
  'du',
  'sie',
  'er',
  'je',
  'il',
  'elle',
]);

/** Whether every report or saying among the cues has the speaker as its subject: "I suggest", "I think". */
export function ownWords(text: AnswerText, flags: ReadonlyMap<CueKind, readonly Cue[]>): boolean {
  return [...(flags.get('report') ?? []), ...(flags.get('say') ?? [])].every((cue) => {
    const before = text.tokens.slice(Math.max(0, cue.start - 3), cue.start).map(({ word }) => word);
    return firstPerson.has(before.findLast((word) => pronouns.has(word)) ?? '');
  });
}

const settlers = new Set(
  'you user client it current procedure policy rule rules plan spec guideline customer host owner we manager team final signed latest current kunde sie decision summary artifact notes record records conversation transcript ledger context state information chat thread provided zusammenfassung notizen resume'.split(
    ' ',
  ),
);

/** Whether each saying is the user's, or that of a record of what holds: "you told me", "the summary says". */
export const saidBySettler = (text: AnswerText, cues: readonly Cue[]): boolean =>
  cues.every((cue) =>
    text.tokens.slice(Math.max(0, cue.start - 4), cue.end + 3).some(({ word }) => settlers.has(word)),
  );
