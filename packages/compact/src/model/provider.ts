/** One question to a model. */
export interface CompletionRequest {
  readonly model: string;
  /** Comes before `prompt`, and is the same for many requests, so that a provider can cache it. */
  readonly cachedPrefix?: string;
  readonly prompt: string;
  readonly system?: string;
  /** Default 2048. */
  readonly maxTokens?: number;
  /** Default 0; null leaves it to the model. */
  readonly temperature?: number | null;
  /** Asks for one JSON object. */
  readonly json?: boolean;
  readonly signal?: AbortSignal;
}

export interface Completion {
  readonly text: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** 0 where the provider says nothing of it. */
  readonly cachedPromptTokens: number;
  /** The model that answered, as the provider names it. */
  readonly model: string;
  /** Why it ended: `truncated` at the limit of tokens, `filtered` by the provider. */
  readonly finish: 'complete' | 'truncated' | 'filtered' | 'unknown';
  /** The provider's own words about the call: ids, cache counts, finish reason. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Where completions come from. */
export interface Provider {
  /** `mock`, `groq`, `google-ai-studio`, `ollama`, `anthropic` or `openai`; a wrapper keeps the key of what it wraps. */
  readonly key: string;
  /** @throws ProviderError when no answer could be had, however often it was asked */
  complete(request: CompletionRequest): Promise<Completion>;
}
