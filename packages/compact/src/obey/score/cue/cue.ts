/**
 * What a cue does to the mentions in its reach:
 * - `neg`: negates what follows (never, do not, no, without); in German and French also what precedes
 * - `ban`: a verb whose object must not happen (avoid, refrain from, rule against)
 * - `status`: a state of what precedes or follows (is forbidden, off the table)
 * - `drop`: a decision against (was rejected, abandoned, replaced by)
 * - `gone`: the same, of what precedes alone (has expired, was replaced by)
 * - `swap`: names what is given up, until `with`, `by`, `to` or the end of the phrase (instead of, rather than, switched from)
 * - `refuse`: the speaker will not (decline to, refuse to)
 * - `unknown`: the speaker does not know (not sure whether)
 * - `hypo`: a condition (if, in case)
 * - `old`: what once was (originally, used to, the previous plan)
 * - `once`: the same, of what follows alone (the previous plan)
 * - `report`: someone's wish or proposal (suggested, asked for)
 * - `outsider`: names others, whose doings are no advice (some teams, a tutorial)
 * - `say`: someone's words (said, according to)
 * - `recommend`: the speaker's own proposal (I suggest, we should, it is fine to)
 * - `restore`: what once was and is again (still stands, back to)
 * - `turn`: begins a clause that what came before does not reach (but, because, which)
 * - `plain`: looks like a negation and is none (not only, no doubt, do not forget to)
 */
export type CueKind =
  | 'neg'
  | 'ban'
  | 'status'
  | 'drop'
  | 'gone'
  | 'swap'
  | 'refuse'
  | 'unknown'
  | 'hypo'
  | 'old'
  | 'once'
  | 'report'
  | 'outsider'
  | 'say'
  | 'recommend'
  | 'restore'
  | 'turn'
  | 'plain';

/** A cue in a text: tokens from `start` to before `end`. */
export interface Cue {
  readonly kind: CueKind;
  readonly start: number;
  readonly end: number;
}

/** Phrases by kind: separated by `|`, words by blanks, alternatives of one word by `/`, `?` marks a word that may be missing. */
export type CueList = Readonly<Record<CueKind, string>>;
