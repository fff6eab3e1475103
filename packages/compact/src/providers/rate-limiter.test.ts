import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rateLimiter } from './rate-limiter.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The moments, in s, at which requests of these sizes get leave. */
async function leaves(limiter: ReturnType<typeof rateLimiter>, sizes: readonly number[]): Promise<number[]> {
  const began = Date.now();
  const moments: number[] = [];
  const all = Promise.all(
    sizes.map(async (size, index) => {
      await limiter(size);
      moments[index] = (Date.now() - began) / 1_000;
    }),
  );
  await vi.advanceTimersByTimeAsync(600_000);
  await all;
  return moments;
}

it('asks nobody to wait where there is no limit', async () => {
  expect(await leaves(rateLimiter({}), [1, 1, 1_000_000])).toEqual([0, 0, 0]);
});

it('gives no more leaves within any minute than allowed', async () => {
  const moments = await leaves(rateLimiter({ requestsPerMinute: 3 }), Array(10).fill(1));
  for (const moment of moments)
    expect(moments.filter((other) => other >= moment && other < moment + 60).length).toBeLessThanOrEqual(3);
  expect(moments.filter((moment) => moment === 0)).toHaveLength(3);
});

it('counts tokens, and lets one that is larger than a minute pass alone', async () => {
  const moments = await leaves(rateLimiter({ tokensPerMinute: 100 }), [60, 60, 500, 40]);
  expect(moments[0]).toBe(0);
  expect(moments[1]).toBeGreaterThanOrEqual(60);
  expect(Math.abs((moments[2] ?? 0) - (moments[1] ?? 0))).toBeGreaterThanOrEqual(60);
});

it('sends away whoever waits when it is called off', async () => {
  const controller = new AbortController();
  const limiter = rateLimiter({ requestsPerMinute: 1, signal: controller.signal });
  await limiter(1);
  const waiting = limiter(1).catch((reason: unknown) => reason);
  controller.abort('enough');
  expect(await waiting).toBe('enough');
  expect(vi.getTimerCount()).toBe(0);
});
