import type { AnswerText } from '../../cue/answer-text.js';
import { firstCue } from '../../cue/first-cue.js';
import type { ClauseMatch } from './match-terms.js';
import type { Term } from './terms.js';

const demands = new Set(
  'must need needs needed require requires required mandatory obligatory compulsory necessary essential indispensable always every each only unless until first condition precondition prerequisite has have muss mussen notig erforderlich pflicht nur immer jeder jede jedes doit faut obligatoire toujours chaque seulement'.split(
    ' ',
  ),
);
const omissions = new Set(
  'skip bypass omit ignore forget neglect miss leave_out disregard circumvent evade avoid'.split(' '),
);
const negative = new Set('not never no without nobody nothing nicht nie kein keine ohne pas jamais sans'.split(' '));

/**
 * Whether a clause demands what a value does without: "a changelog is required for every release" for "ship without a
 * changelog", "code review is mandatory" for "skip code review", "no goggles, no lab" for "enter the lab without goggles".
 */
export function findRequirement(
  text: AnswerText,
  match: ClauseMatch,
  terms: readonly Term[],
): 'required' | 'paired' | undefined {
  const [first] = terms;
  const lacking = terms.filter((term) => term.lacking && !term.loose);
  const skipped = first !== undefined && omissions.has(first.word);
  const wanted = lacking.length > 0 ? lacking : skipped ? terms.filter((term) => term !== first && !term.loose) : [];
  if (wanted.length === 0) return undefined;
  const there = (term: Term): boolean => match.hits.some((hit) => hit.term === term);
  if (!wanted.every(there)) return undefined;
  if (lacking.length > 0) {
    const done = terms.filter((term) => !term.lacking && !term.loose && !isWithout(term));
    const said = done.filter(there);
    if (said.length * 2 < done.length || (done.length > 1 && !said.some(({ head }) => !head))) return undefined;
  } else if (there(first as Term)) return undefined;
  const words = text.tokens.slice(match.clause.start, match.clause.end).map(({ word }) => word);
  if (lacking.length > 0 && words.filter((word) => word === 'no' || word === 'kein' || word === 'keine').length === 2)
    return 'paired';
  if (!words.some((word) => demands.has(word))) return undefined;
  return isDenied(text, match) ? undefined : 'required';
}

const isWithout = ({ word }: Term): boolean => word === 'without' || word === 'ohne' || word === 'sans';

/** Whether anything in the clause is negated: "is no longer required", "need not be". */
function isDenied(text: AnswerText, { clause, matched }: ClauseMatch): boolean {
  for (let index = clause.start; index < clause.end; index += 1) {
    const token = text.tokens[index];
    if (token === undefined || matched.has(index) || !negative.has(token.word)) continue;
    const cue = text.cues[firstCue(text.cues, index)];
    if (cue?.kind !== 'plain') return true;
  }
  return false;
}
