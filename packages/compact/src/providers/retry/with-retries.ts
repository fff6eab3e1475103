import { ObeyError } from '@obey/schema';
import type { ProviderError } from '../errors/provider-error.js';
import { backOffMs } from './back-off.js';
import type { Clock, RetryPolicy } from './retry-policy.js';

/** What a failed attempt means. */
export interface CallFailure {
  readonly error: ProviderError;
  /** Whether another attempt may help. */
  readonly retryable: boolean;
  readonly askedMs?: number;
}

export interface RetriedCall<T> {
  /** Waits for leave to ask; the time does not count. */
  readonly admit: () => Promise<void>;
  /** One attempt, that has to end within `timeoutMs`. */
  readonly attempt: (timeoutMs: number, number: number) => Promise<T>;
  readonly understand: (thrown: unknown, timeoutMs: number, number: number) => CallFailure;
  readonly policy: RetryPolicy;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

/**
 * Tries until there is an answer, nothing helps, or attempts or time are used up; then throws the last error.
 *
 * @throws ObeyError `interrupted` when the signal aborts
 */
export async function withRetries<T>(call: RetriedCall<T>): Promise<T> {
  const { policy, clock, signal } = call;
  let spent = 0;
  for (let attempt = 0; ; attempt++) {
    stopIfAborted(signal);
    await unlessAborted(signal, call.admit());
    const began = clock.now();
    const timeoutMs = Math.max(1, Math.min(policy.requestMs, policy.totalMs - spent));
    try {
      return await call.attempt(timeoutMs, attempt + 1);
    } catch (thrown) {
      stopIfAborted(signal);
      const { error, retryable, askedMs } = call.understand(thrown, timeoutMs, attempt + 1);
      spent += Math.max(0, clock.now() - began);
      if (!retryable || attempt + 1 >= policy.attempts) throw error;
      const wait = backOffMs(attempt, policy, clock.random, askedMs);
      // A wait that leaves no time to ask again is not begun.
      if (spent + wait >= policy.totalMs) throw error;
      await unlessAborted(signal, clock.sleep(wait, signal));
      spent += wait;
    }
  }
}

/** Waits for it, but no longer than until the signal aborts. */
async function unlessAborted(signal: AbortSignal | undefined, waiting: Promise<void>): Promise<void> {
  let stop = () => {};
  const aborted = new Promise<void>((resolve) => {
    stop = () => resolve();
    signal?.addEventListener('abort', stop, { once: true });
  });
  try {
    await Promise.race([waiting, aborted]);
  } catch (error) {
    stopIfAborted(signal);
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    // Left behind, it may still fail.
    waiting.catch(() => undefined);
  }
  stopIfAborted(signal);
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new ObeyError('interrupted', 'the request was called off', { cause: signal.reason });
  }
}
