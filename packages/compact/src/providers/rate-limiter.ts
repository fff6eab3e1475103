import pThrottle from 'p-throttle';

const minute = 60_000;

export interface RateLimits {
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
  /** Sends away whoever waits. */
  readonly signal?: AbortSignal | undefined;
}

/** Gives leave for one request of about so many tokens; waits as long as the limits of any one minute ask. */
export type RateLimiter = (tokens: number) => Promise<void>;

/** A request larger than a whole minute's tokens has that minute to itself. */
export function rateLimiter({ requestsPerMinute, tokensPerMinute, signal }: RateLimits): RateLimiter {
  const shared = { interval: minute, strict: true, ...(signal === undefined ? {} : { signal }) };
  const request =
    requestsPerMinute === undefined ? undefined : pThrottle({ ...shared, limit: requestsPerMinute })(() => undefined);
  const spend =
    tokensPerMinute === undefined
      ? undefined
      : pThrottle({ ...shared, limit: tokensPerMinute, weight: (tokens: number) => Math.min(tokens, tokensPerMinute) })(
          (_tokens: number) => undefined,
        );
  return async (tokens) => {
    await request?.();
    await spend?.(tokens);
  };
}
