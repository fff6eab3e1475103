import type { Token } from '../text/token.js';
import type { Cue } from './cue.js';

/** What parts one token from the one before it, weakest first. */
export const barrier = { none: 0, comma: 1, colon: 2, clause: 3, sentence: 4 } as const;
export type Barrier = (typeof barrier)[keyof typeof barrier];

const marks = new Map<string, Barrier>([
  [',', barrier.comma],
  [':', barrier.colon],
  [';', barrier.clause],
  ['-', barrier.clause],
  ['(', barrier.clause],
  [')', barrier.clause],
  ['[', barrier.clause],
  [']', barrier.clause],
  ['|', barrier.clause],
  ['.', barrier.sentence],
  ['!', barrier.sentence],
  ['?', barrier.sentence],
]);

/** Words that begin a clause of their own after a comma or an "and". */
const subjects = new Set(
  'we you i they he she it the a an this that these those our your my everyone everybody each let please use keep make take put do add set go always then also never finally only start add ask write wir ich sie er es nous je il elle on'.split(
    ' ',
  ),
);
const joining = new Set(['and', 'und', 'et']);

/** For each token, how strongly it is parted from the one before it. */
export function findBarriers(tokens: readonly Token[], sentences: readonly number[], cues: readonly Cue[]): Barrier[] {
  const found: Barrier[] = tokens.map((token, index) => {
    if (index > 0 && sentences[index] !== sentences[index - 1]) return barrier.sentence;
    if (token.kind === 'mark') return barrier.none;
    const before = tokens[index - 1];
    if (before?.kind !== 'mark') return barrier.none;
    return behindMarks(tokens, index);
  });
  for (const cue of cues) if (cue.kind === 'turn') raise(found, cue.start, barrier.clause);
  for (const [index, token] of tokens.entries())
    if (joining.has(token.word) && isClauseStart(tokens[index + 1])) raise(found, index, barrier.clause);
  return found;
}

function raise(found: Barrier[], index: number, to: Barrier): void {
  if ((found[index] ?? barrier.none) < to) found[index] = to;
}

/** The strongest of the marks right before a token. */
function behindMarks(tokens: readonly Token[], index: number): Barrier {
  let strongest: Barrier = barrier.none;
  for (let at = index - 1; at >= Math.max(0, index - 4); at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'mark') break;
    const own = marks.get(token.word) ?? barrier.none;
    // A full stop inside the sentence ends nothing: it was an abbreviation.
    if (own !== barrier.sentence && own > strongest) strongest = own;
  }
  return strongest;
}

/** Whether a word begins a clause of its own when it follows a comma or an "and". */
export const isClauseStart = (token: Token | undefined): boolean => token !== undefined && subjects.has(token.word);
