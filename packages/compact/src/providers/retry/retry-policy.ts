/** How often and for how long one request is tried. Times in ms. */
export interface RetryPolicy {
  /** At least 1. */
  readonly attempts: number;
  /** Before attempt n + 1 a random part of `base · 2ⁿ⁻¹` is waited, at most of `longest`. */
  readonly baseMs: number;
  readonly longestMs: number;
  /** Attempts and waits together; queueing for the rate limit does not count. */
  readonly totalMs: number;
  /** One attempt. */
  readonly requestMs: number;
}

/** Time and chance. */
export interface Clock {
  /** ms since the epoch. */
  readonly now: () => number;
  /** Rejects with the signal's reason when that aborts. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  /** At least 0, below 1. */
  readonly random: () => number;
}
