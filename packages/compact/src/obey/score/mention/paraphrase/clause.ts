import type { AnswerText } from '../../cue/answer-text.js';
import { barrier } from '../../cue/barriers.js';
import { isFunctionWord } from '../function-words.js';
import { isGeneric } from './general-words.js';

/** The tokens of a clause: from `start` to before `end`. */
export interface Clause {
  readonly start: number;
  readonly end: number;
}

const relative = new Set('who which that it where der die das qui que'.split(' '));

let last: { readonly barriers: readonly number[]; readonly made: readonly Clause[] } | undefined;

/** The clauses of a text; what begins with a relative pronoun belongs to the clause before it. */
export function clausesOf(text: AnswerText): readonly Clause[] {
  if (last?.barriers === text.barriers) return last.made;
  const made = split(text);
  last = { barriers: text.barriers, made };
  return made;
}

function split(text: AnswerText): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let index = 1; index <= text.tokens.length; index += 1) {
    const parted = index === text.tokens.length ? barrier.sentence : (text.barriers[index] ?? barrier.none);
    if (parted < barrier.clause) continue;
    if (parted === barrier.clause && relative.has(text.tokens[index]?.word ?? '')) continue;
    clauses.push({ start, end: index });
    start = index;
  }
  return clauses;
}

/** How many words of content between two tokens are neither matched, nor asked for, nor general, nor part of a cue. */
export function foreignWords(
  text: AnswerText,
  { start, end }: Clause,
  matched: ReadonlySet<number>,
  asked: ReadonlySet<string>,
): number {
  let count = 0;
  let cue = 0;
  for (let index = start; index < end; index += 1) {
    const token = text.tokens[index];
    if (token === undefined || token.kind === 'mark' || token.kind === 'line' || matched.has(index)) continue;
    if (isFunctionWord(token.word, text.language) || isGeneric(token.word) || asked.has(text.keys[index] ?? ''))
      continue;
    while (cue < text.cues.length && (text.cues[cue]?.end ?? 0) <= index) cue += 1;
    if ((text.cues[cue]?.start ?? Number.POSITIVE_INFINITY) <= index) continue;
    count += 1;
  }
  return count;
}
