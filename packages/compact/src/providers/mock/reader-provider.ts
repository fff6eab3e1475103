import type { CompletionRequest, Provider } from '../../model/provider.js';
import { mockCompletion } from './mock-completion.js';

/** A mock whose answers follow from the request alone. */
export function createReaderProvider(answer: (request: CompletionRequest) => string): Provider {
  let calls = 0;
  return {
    key: 'mock',
    complete: async (request) => mockCompletion(request, answer(request), calls++),
  };
}
