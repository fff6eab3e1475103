export interface FinalScoreInput {
  /** 0–1. */
  readonly obedience: number;
  /** Null for an audit: nothing was promised. */
  readonly strict: boolean | null;
  /** 0–1; null when the task checks nothing: its tenth then goes to obedience. */
  readonly correctness: number | null;
}

/**
 * 80 · obedience + 10 · strict + 10 · correctness, 0–100, rounded down to two decimals; at most 89.99 when not strict.
 * Where nothing is checked, obedience stands in for correctness, so that a strict trial has 100 and an empty one 0.
 */
export function finalScore({ obedience, strict, correctness }: FinalScoreInput): number {
  const exact = 80 * obedience + (strict === true ? 10 : 0) + 10 * (correctness ?? obedience);
  const bounded = strict === true ? Math.min(100, exact) : Math.min(89.99, exact);
  const rounded = Math.floor(bounded * 100 + 1e-7) / 100;
  return Math.max(0, rounded);
}
