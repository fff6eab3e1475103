import type { Completion, Provider } from '../model/provider.js';
import type { TokenUsage } from '../model/scorecard.js';

/** No call yet: recorded, and none. Null stands for "not recorded". */
export const noUsage: TokenUsage = {
  prompt_tokens: 0,
  completion_tokens: 0,
  cached_prompt_tokens: 0,
  call_count: 0,
};

/** The sum; null only where nothing was recorded at all. */
export function sumUsage(usages: readonly (TokenUsage | null)[]): TokenUsage | null {
  const recorded = usages.filter((usage) => usage !== null);
  return recorded.length === 0 ? null : recorded.reduce(addUsage);
}

/** What was used from `before` on, of a count that only grows. */
export const usageSince = (before: TokenUsage, now: TokenUsage): TokenUsage => ({
  prompt_tokens: now.prompt_tokens - before.prompt_tokens,
  completion_tokens: now.completion_tokens - before.completion_tokens,
  cached_prompt_tokens: now.cached_prompt_tokens - before.cached_prompt_tokens,
  call_count: now.call_count - before.call_count,
});

const addUsage = (a: TokenUsage, b: TokenUsage): TokenUsage => ({
  prompt_tokens: a.prompt_tokens + b.prompt_tokens,
  completion_tokens: a.completion_tokens + b.completion_tokens,
  cached_prompt_tokens: a.cached_prompt_tokens + b.cached_prompt_tokens,
  call_count: a.call_count + b.call_count,
});

const usageOf = (completion: Completion): TokenUsage => ({
  prompt_tokens: whole(completion.promptTokens),
  completion_tokens: whole(completion.completionTokens),
  cached_prompt_tokens: whole(completion.cachedPromptTokens),
  call_count: 1,
});

const whole = (count: number): number => (Number.isSafeInteger(count) ? Math.max(0, count) : 0);

export interface CountedProvider {
  readonly provider: Provider;
  /** What the answered calls used so far; attempts that failed are not counted. */
  readonly usage: () => TokenUsage;
  /** Adds what was used elsewhere. */
  readonly add: (usage: TokenUsage) => void;
}

/** A provider that counts what its answers used, under the key of the one it wraps. */
export function countUsage(wrapped: Provider): CountedProvider {
  let used = noUsage;
  return {
    provider: {
      key: wrapped.key,
      complete: async (request) => {
        const completion = await wrapped.complete(request);
        used = addUsage(used, usageOf(completion));
        return completion;
      },
    },
    usage: () => used,
    add: (usage) => {
      used = addUsage(used, usage);
    },
  };
}
