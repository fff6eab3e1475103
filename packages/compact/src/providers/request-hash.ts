import { textDigest } from '../artifact/artifact-json.js';
import type { CompletionRequest } from '../model/provider.js';

/** What a model is shown as the user's words. */
export function userText(request: Pick<CompletionRequest, 'cachedPrefix' | 'prompt'>): string {
  return `${request.cachedPrefix ?? ''}${request.prompt}`;
}

/** SHA-256 (hex) of all that a provider is asked for, defaults filled in. Two requests with one hash are the same question. */
export function requestHash(provider: string, request: CompletionRequest): string {
  return textDigest(JSON.stringify(askedFor(provider, request)));
}

/** The request's fields that decide the answer, in a fixed order. The signal is none of them. */
export function askedFor(provider: string, request: CompletionRequest) {
  return {
    provider,
    model: request.model,
    system: request.system ?? null,
    cached_prefix: request.cachedPrefix ?? null,
    prompt: request.prompt,
    max_tokens: request.maxTokens ?? defaultMaxTokens,
    temperature: request.temperature === undefined ? 0 : request.temperature,
    json: request.json ?? false,
  };
}

export const defaultMaxTokens = 2048;
