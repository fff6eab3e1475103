import type { CompletionRequest, Provider } from '../model/provider.js';
import { defaultMaxTokens } from './request-hash.js';

/** What every request of a run is sent with, whatever it asks for itself. */
export interface CallParameters {
  /** Null leaves it to the model. */
  readonly temperature?: number | null;
  readonly maxTokens?: number;
}

/** A provider whose requests all have these parameters. */
export function withParameters(inner: Provider, { temperature, maxTokens }: CallParameters): Provider {
  const set: Partial<CompletionRequest> = {
    ...(temperature === undefined ? {} : { temperature }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
  };
  return { key: inner.key, complete: (request) => inner.complete({ ...request, ...set }) };
}

/** The parameters as results tell them. */
export const parametersTold = ({ temperature = 0, maxTokens = defaultMaxTokens }: CallParameters) => ({
  temperature,
  max_tokens: maxTokens,
});
