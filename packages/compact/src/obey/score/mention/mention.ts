/** What an answer does with a value where it names it. */
export type MentionClass =
  /** asserted, or of a forbidden behaviour: recommended or done */
  | 'stated'
  | 'negated'
  /** named as what must not be done */
  | 'prohibited'
  /** someone's words, a proposal, or what once was */
  | 'quoted'
  | 'refused'
  /** under a condition, or not known */
  | 'hypothetical';

export interface Mention {
  readonly class: MentionClass;
  /** Tokens from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** The folded text of the mention with a few words around it. */
  readonly excerpt: string;
  /** The words that decided the class, as `kind:words`. */
  readonly because: readonly string[];
  /** The answer recommends it, in so many words. */
  readonly recommended: boolean;
  /** The speaker says not to know. */
  readonly unknown: boolean;
  /** Reported of the user or as a decision, not as anyone's wish. */
  readonly settled: boolean;
}
