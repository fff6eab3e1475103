import type { CompletionRequest } from '../../model/provider.js';
import { createProvider, type ProviderOptions } from '../create-provider.js';
import type { RemoteKey } from '../settings/provider-keys.js';
import { wireReply } from './wire-replies.js';
import { type Behaviour, type SeenRequest, startWireServer, wireEnvironment } from './wire-server.js';

export const request: CompletionRequest = {
  model: 'the-model',
  cachedPrefix: 'What was said. ',
  prompt: 'What holds?',
};

export interface Tried {
  /** A completion or an error. */
  readonly outcome: unknown;
  readonly seen: readonly SeenRequest[];
  readonly waits: readonly number[];
}

/** Asks a provider of a server that behaves so; no wait is really waited. */
export async function ask(
  provider: RemoteKey,
  behaviours: readonly Behaviour[],
  options: Partial<ProviderOptions> = {},
  asked: Partial<CompletionRequest> = {},
): Promise<Tried> {
  await using server = await startWireServer(...behaviours);
  const waits: number[] = [];
  const outcome = await createProvider(provider, {
    environment: wireEnvironment(provider, server.url),
    clock: { random: () => 0.5, sleep: async (ms) => void waits.push(ms) },
    ...options,
  })
    .complete({ ...request, ...asked })
    .catch((error: unknown) => error);
  return { outcome, seen: server.seen, waits };
}

/** A whole reply. */
export const complete = (provider: RemoteKey, text = 'Blue holds.'): Behaviour => ({
  body: wireReply[provider]({ text }),
});
