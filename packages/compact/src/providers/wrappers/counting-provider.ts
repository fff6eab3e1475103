import type { Completion, CompletionRequest, Provider } from '../../model/provider.js';
import type { TokenUsage } from '../../model/scorecard.js';

const none: TokenUsage = { prompt_tokens: 0, completion_tokens: 0, cached_prompt_tokens: 0, call_count: 0 };
const cachedNames = ['cache_read_input_tokens', 'cached_tokens', 'cache_read_tokens'];

/** Adds up what successful calls used; attempts that failed are not counted. */
export class CountingProvider implements Provider {
  readonly key: string;
  private sum = none;
  private taken = none;

  constructor(private readonly inner: Provider) {
    this.key = inner.key;
  }

  async complete(request: CompletionRequest): Promise<Completion> {
    const completion = await this.inner.complete(request);
    this.sum = addUsage(this.sum, {
      prompt_tokens: Math.max(0, completion.promptTokens),
      completion_tokens: Math.max(0, completion.completionTokens),
      cached_prompt_tokens: cachedTokens(completion),
      call_count: 1,
    });
    return completion;
  }

  /** Since the beginning. */
  get usage(): TokenUsage {
    return this.sum;
  }

  /** Since the last `take`. */
  take(): TokenUsage {
    const { sum, taken } = this;
    this.taken = sum;
    return {
      prompt_tokens: sum.prompt_tokens - taken.prompt_tokens,
      completion_tokens: sum.completion_tokens - taken.completion_tokens,
      cached_prompt_tokens: sum.cached_prompt_tokens - taken.cached_prompt_tokens,
      call_count: sum.call_count - taken.call_count,
    };
  }
}

/** Field by field. */
export function addUsage(one: TokenUsage, other: TokenUsage): TokenUsage {
  return {
    prompt_tokens: one.prompt_tokens + other.prompt_tokens,
    completion_tokens: one.completion_tokens + other.completion_tokens,
    cached_prompt_tokens: one.cached_prompt_tokens + other.cached_prompt_tokens,
    call_count: one.call_count + other.call_count,
  };
}

/** What the provider says in its own words, by the first of the names that holds a count; else what the completion says. */
function cachedTokens({ raw, cachedPromptTokens }: Completion): number {
  const found = cachedNames.map((name) => raw[name]).find((value) => Number.isInteger(value) && (value as number) >= 0);
  return typeof found === 'number' ? found : Math.max(0, cachedPromptTokens);
}
