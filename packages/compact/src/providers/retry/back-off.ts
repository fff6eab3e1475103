/**
 * How long to wait after failed attempt `attempt` (from 0), in ms: full jitter, a random part of `base · 2^attempt`, at most
 * of `longest` (M. Brooker, "Exponential Backoff And Jitter", 2015). Where the provider asks for a time, that and a
 * random part of `base`, so that those who were told the same do not come back together.
 */
export function backOffMs(
  attempt: number,
  policy: { readonly baseMs: number; readonly longestMs: number },
  random: () => number,
  askedMs?: number,
): number {
  const span = askedMs === undefined ? Math.min(policy.longestMs, policy.baseMs * 2 ** attempt) : policy.baseMs;
  return Math.round((askedMs ?? 0) + random() * span);
}
