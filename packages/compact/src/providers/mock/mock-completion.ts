import type { Completion, CompletionRequest } from '../../model/provider.js';

const points = (text: string): number => [...text].length;

/** A mock's answer; tokens are a quarter of the code points, at least 1. */
export function mockCompletion(request: CompletionRequest, text: string, index: number): Completion {
  return {
    text,
    promptTokens: Math.max(1, Math.floor((points(request.prompt) + points(request.cachedPrefix ?? '')) / 4)),
    completionTokens: Math.max(1, Math.floor(points(text) / 4)),
    cachedPromptTokens: 0,
    model: request.model,
    finish: 'complete',
    raw: { provider: 'mock', call_index: index },
  };
}
