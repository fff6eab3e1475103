import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProviderError } from '../errors/provider-error.js';
import { backOffMs } from './back-off.js';
import { withRetries } from './with-retries.js';

const policy = { attempts: 4, baseMs: 100, longestMs: 350, totalMs: 10_000, requestMs: 1_000 };

/** A clock that only its own sleeps and the work move. */
function worldOf(options: {
  attempts?: number;
  totalMs?: number;
  askedMs?: number;
  takesMs?: number;
  retryable?: boolean;
}) {
  let now = 0;
  const waits: number[] = [];
  const timeouts: number[] = [];
  const run = () =>
    withRetries<string>({
      policy: { ...policy, ...options },
      clock: {
        now: () => now,
        random: () => 1 - Number.EPSILON,
        sleep: async (ms) => {
          waits.push(ms);
          now += ms;
        },
      },
      signal: undefined,
      admit: async () => {
        // Queueing costs nothing of the total.
        now += 5_000;
      },
      attempt: async (timeoutMs) => {
        timeouts.push(timeoutMs);
        now += options.takesMs ?? 0;
        throw new Error('no');
      },
      understand: (_thrown, _timeoutMs, number) => ({
        error: new ProviderError('x', `attempt ${number}`),
        retryable: options.retryable ?? true,
        ...(options.askedMs === undefined ? {} : { askedMs: options.askedMs }),
      }),
    });
  return { run, waits, timeouts };
}

describe('withRetries', () => {
  it('doubles the span, up to the longest, and throws the last error', async () => {
    const { run, waits } = worldOf({});
    await expect(run()).rejects.toThrow('attempt 4');
    expect(waits).toEqual([100, 200, 350]);
  });

  it('does not begin a wait after which no time is left', async () => {
    const { run, waits } = worldOf({ askedMs: 3_600_000 });
    await expect(run()).rejects.toThrow('attempt 1');
    expect(waits).toEqual([]);
  });

  it('gives the last attempts only the time that is left', async () => {
    const { run, timeouts } = worldOf({ totalMs: 2_200, takesMs: 900 });
    await expect(run()).rejects.toThrow('attempt 3');
    expect(timeouts).toEqual([1_000, 1_000, 100]);
  });

  it('tries once where nothing helps', async () => {
    const { run, waits } = worldOf({ retryable: false });
    await expect(run()).rejects.toThrow('attempt 1');
    expect(waits).toEqual([]);
  });
});

describe('backOffMs', () => {
  it('lies within its span, and never before the time that was asked for', () => {
    const span = { baseMs: 100, longestMs: 1_000 };
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(10_000),
        (attempt, chance, asked) => {
          const free = backOffMs(attempt, span, () => chance);
          expect(free).toBeGreaterThanOrEqual(0);
          expect(free).toBeLessThanOrEqual(Math.min(1_000, 100 * 2 ** attempt));
          const told = backOffMs(attempt, span, () => chance, asked);
          expect(told).toBeGreaterThanOrEqual(asked);
          expect(told).toBeLessThanOrEqual(asked + 100);
        },
      ),
    );
  });
});
