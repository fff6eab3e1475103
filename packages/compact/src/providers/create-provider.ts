import { setTimeout as sleep } from 'node:timers/promises';
import type { CompletionRequest, Provider } from '../model/provider.js';
import { ResponseCache } from './cache/response-cache.js';
import { ProviderError } from './errors/provider-error.js';
import { UnknownProviderError } from './errors/unknown-provider-error.js';
import { createCannedProvider } from './mock/canned-provider.js';
import { createReaderProvider } from './mock/reader-provider.js';
import { ScriptedProvider } from './mock/scripted-provider.js';
import { rateLimiter } from './rate-limiter.js';
import { RemoteProvider } from './remote-provider.js';
import type { Clock, RetryPolicy } from './retry/retry-policy.js';
import type { Omittable } from './sdk/omitted-parameters.js';
import type { Environment } from './settings/environment.js';
import { isRemoteKey, providerKeys } from './settings/provider-keys.js';
import { providerSettings } from './settings/provider-settings.js';

export interface ProviderOptions {
  /** Where keys and base URLs are looked up; see `loadEnvironment`. */
  readonly environment: Environment;
  readonly retry?: Partial<RetryPolicy>;
  readonly clock?: Partial<Clock>;
  /** Whole numbers, at least 1; no limit by default. */
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  /** A folder that answers are kept in and taken from. */
  readonly cacheFolder?: string;
  /** Parameters never sent. What a model rejects is found out and left out by itself. */
  readonly omit?: readonly Omittable[];
  /** Answers `mock:reader`. */
  readonly reader?: (request: CompletionRequest) => string;
  /** Calls off whatever waits for a rate limit. */
  readonly signal?: AbortSignal;
}

const usual: RetryPolicy = { attempts: 6, baseMs: 2_000, longestMs: 60_000, totalMs: 900_000, requestMs: 180_000 };
const nearby: Partial<RetryPolicy> = { baseMs: 1_000, requestMs: 600_000 };

const systemClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
  random: Math.random,
};

/**
 * The provider of a key: `anthropic`, `google-ai-studio`, `groq`, `ollama`, `openai`, or a mock, which needs nothing and asks nobody:
 * `mock` always answers the empty string, `mock:reader` as `options.reader` does, `mock:<file>.json` by the hash of the prompt.
 *
 * @throws UnknownProviderError
 * @throws MissingKeyError naming the variable
 * @throws ProviderError `usage` when a setting or a file of answers cannot be read
 */
export function createProvider(spec: string, options: ProviderOptions): Provider {
  if (spec === 'mock') return new ScriptedProvider();
  if (spec === 'mock:reader') {
    if (options.reader === undefined)
      throw new ProviderError('mock', 'no reader is there to answer', { code: 'usage' });
    return createReaderProvider(options.reader);
  }
  if (/^mock:.+\.json$/.test(spec)) return createCannedProvider(spec.slice('mock:'.length));
  if (!isRemoteKey(spec)) throw new UnknownProviderError(spec, [...providerKeys, 'mock:reader', 'mock:<file>.json']);
  const { cacheFolder, requestsPerMinute, tokensPerMinute, signal } = options;
  for (const [name, limit] of Object.entries({ requestsPerMinute, tokensPerMinute })) {
    if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 1)) {
      throw new ProviderError(spec, `${name} is ${limit}, and not a whole number of at least 1`, { code: 'usage' });
    }
  }
  return new RemoteProvider(spec, {
    settings: providerSettings(spec, options.environment),
    policy: { ...usual, ...(spec === 'ollama' ? nearby : {}), ...options.retry },
    clock: { ...systemClock, ...options.clock },
    limiter: rateLimiter({ requestsPerMinute, tokensPerMinute, signal }),
    cache: cacheFolder === undefined ? undefined : new ResponseCache(cacheFolder),
    omit: options.omit ?? [],
  });
}
