import { APICallError } from '@ai-sdk/provider';
import type { Completion, CompletionRequest, Provider } from '../model/provider.js';
import type { Asked, ResponseCache } from './cache/response-cache.js';
import type { RateLimiter } from './rate-limiter.js';
import { redact } from './redact.js';
import { askedFor, defaultMaxTokens, userText } from './request-hash.js';
import type { Clock, RetryPolicy } from './retry/retry-policy.js';
import { withRetries } from './retry/with-retries.js';
import { callOptions } from './sdk/call-options.js';
import { loadModel } from './sdk/load-model.js';
import { type Omittable, rejectedParameter } from './sdk/omitted-parameters.js';
import { readCompletion } from './sdk/read-completion.js';
import { refusalText } from './sdk/refusal-text.js';
import { understandFailure } from './sdk/understand-failure.js';
import type { RemoteKey } from './settings/provider-keys.js';
import type { ProviderSettings } from './settings/provider-settings.js';

export interface RemoteProviderParts {
  readonly settings: ProviderSettings;
  readonly policy: RetryPolicy;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  readonly cache: ResponseCache | undefined;
  /** Parameters never sent, for models known to reject them. */
  readonly omit: readonly Omittable[];
}

const charactersPerToken = 4;

/** A provider over a network: cache, then rate limit, attempts, and the library's model for one attempt. */
export class RemoteProvider implements Provider {
  /** By model: what it was found to reject. */
  private readonly omitted = new Map<string, Set<Omittable>>();

  constructor(
    readonly key: RemoteKey,
    private readonly parts: RemoteProviderParts,
  ) {}

  async complete(request: CompletionRequest): Promise<Completion> {
    const { cache } = this.parts;
    const asked = this.asked(request);
    const known = await cache?.read(asked);
    if (known !== undefined) return { ...known, raw: { ...known.raw, from_cache: true } };
    const completion = await this.ask(request);
    await cache?.write(asked, completion);
    return completion;
  }

  private ask(request: CompletionRequest): Promise<Completion> {
    const { policy, clock, limiter, settings } = this.parts;
    const { key: provider } = this;
    return withRetries({
      policy,
      clock,
      signal: request.signal,
      admit: () => limiter(expectedTokens(request)),
      attempt: (timeoutMs, number) => this.attempt(request, timeoutMs, number),
      understand: (thrown, timeoutMs, number) =>
        understandFailure(thrown, {
          ...{ provider, timeoutMs, number, model: request.model },
          apiKey: settings.apiKey,
          now: clock.now(),
        }),
    });
  }

  /** One attempt, and at once another where the model rejects a parameter: once for each parameter, whichever model. */
  private async attempt(request: CompletionRequest, timeoutMs: number, number: number): Promise<Completion> {
    const model = await loadModel(this.key, this.parts.settings, request.model);
    const timeout = AbortSignal.timeout(timeoutMs);
    const abortSignal = request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]);
    for (;;) {
      const known = this.omittedBy(request.model);
      const omitted = new Set(known);
      try {
        const result = await model.doGenerate({ ...callOptions(this.key, request, omitted), abortSignal });
        const completion = readCompletion(this.key, request.model, result);
        return this.withoutKey(completion, number, leftOut(omitted, result.warnings));
      } catch (thrown) {
        const rejected = APICallError.isInstance(thrown)
          ? rejectedParameter(thrown.statusCode, refusalText(thrown.responseBody ?? ''))
          : undefined;
        if (rejected === undefined || omitted.has(rejected)) throw thrown;
        known.add(rejected);
      }
    }
  }

  private omittedBy(model: string): Set<Omittable> {
    const known = this.omitted.get(model);
    if (known !== undefined) return known;
    const fresh = new Set(this.parts.omit);
    this.omitted.set(model, fresh);
    return fresh;
  }

  private withoutKey(completion: Completion, attempts: number, left_out: readonly string[]): Completion {
    const { apiKey } = this.parts.settings;
    const raw = { ...completion.raw, attempts, ...(left_out.length === 0 ? {} : { left_out }) };
    return {
      ...completion,
      text: redact(completion.text, apiKey),
      model: redact(completion.model, apiKey),
      raw: JSON.parse(redact(JSON.stringify(raw), apiKey)),
    };
  }

  private asked(request: CompletionRequest): Asked {
    return {
      ...askedFor(this.key, request),
      base_url: this.parts.settings.baseUrl,
      omit: [...this.parts.omit].sort().join(','),
    };
  }
}

function expectedTokens(request: CompletionRequest): number {
  const characters = userText(request).length + (request.system?.length ?? 0);
  return Math.ceil(characters / charactersPerToken) + (request.maxTokens ?? defaultMaxTokens);
}

const sdkFeatures: Readonly<Record<string, Omittable>> = { temperature: 'temperature', maxOutputTokens: 'max_tokens' };

/** What was not sent, by our leave or by the library's own knowledge of the model. */
function leftOut(
  omitted: ReadonlySet<Omittable>,
  warnings: readonly { readonly type: string; readonly feature?: string }[],
): string[] {
  const known = warnings.flatMap(({ type, feature }) =>
    type === 'unsupported' && feature !== undefined ? (sdkFeatures[feature] ?? []) : [],
  );
  return [...new Set([...omitted, ...known])].sort();
}
