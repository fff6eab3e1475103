import type { ReadAnswer, ValueAnalysis } from '../mention/analyse-value.js';

/** What a check looks at besides its parameters. */
export interface CheckContext {
  readonly question: string;
  readonly answer: ReadAnswer;
  /** The answer as it came. */
  readonly response: string;
  /** The forbidden behaviours of the case: asked for one of them, an answer names it as such. */
  readonly forbidden: readonly string[];
}

/** What a check gives: a score from 0 to 1, why in a few words, and the mentions that decided it. */
export interface CheckResult {
  readonly score: number;
  readonly reason: string;
  readonly analyses: readonly ValueAnalysis[];
  /** What the answer did that it must not: violated values and affirmed decoys. */
  readonly violated: readonly string[];
  /** Earned only as far as the case's other items were: a forbidden value is absent, and nothing shows why. */
  readonly conditional?: true;
}
