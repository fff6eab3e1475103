import type { LanguageModelV3CallOptions, SharedV3ProviderOptions } from '@ai-sdk/provider';
import type { CompletionRequest } from '../../model/provider.js';
import { defaultMaxTokens, userText } from '../request-hash.js';
import type { RemoteKey } from '../settings/provider-keys.js';
import type { Omittable } from './omitted-parameters.js';

/** A request in the library's terms, without the parameters that the model rejects. */
export function callOptions(
  provider: RemoteKey,
  request: CompletionRequest,
  omitted: ReadonlySet<Omittable>,
): LanguageModelV3CallOptions {
  const temperature = omitted.has('temperature') ? null : request.temperature === undefined ? 0 : request.temperature;
  const limit = request.maxTokens ?? defaultMaxTokens;
  const maxTokens = omitted.has('max_tokens') ? undefined : limit;
  const options: LanguageModelV3CallOptions = {
    prompt: [
      ...(request.system === undefined ? [] : [{ role: 'system' as const, content: request.system }]),
      { role: 'user', content: userParts(provider, request) },
    ],
  };
  // Anthropic offers no JSON mode.
  if (request.json === true && provider !== 'anthropic') options.responseFormat = { type: 'json' };
  if (provider === 'ollama') {
    options.providerOptions = ollamaOptions(request, temperature, maxTokens);
    return options;
  }
  if (maxTokens !== undefined) options.maxOutputTokens = maxTokens;
  if (temperature !== null) options.temperature = temperature;
  // What replaced the parameter in newer models.
  if (provider === 'openai' && maxTokens === undefined && !omitted.has('max_completion_tokens')) {
    options.providerOptions = { openai: { maxCompletionTokens: limit } };
  }
  return options;
}

type UserParts = Extract<LanguageModelV3CallOptions['prompt'][number], { role: 'user' }>['content'];

function userParts(provider: RemoteKey, request: CompletionRequest): UserParts {
  const { cachedPrefix = '', prompt } = request;
  if (provider !== 'anthropic' || cachedPrefix === '' || prompt === '')
    return [{ type: 'text', text: userText(request) }];
  return [
    { type: 'text', text: cachedPrefix, providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } },
    { type: 'text', text: prompt },
  ];
}

const usualContext = 4_096;
const charactersPerToken = 3;

/** Its own API reads these from `options`, where the library does not put them; and it cuts, in silence, what its context does not hold. */
function ollamaOptions(
  request: CompletionRequest,
  temperature: number | null,
  maxTokens: number | undefined,
): SharedV3ProviderOptions {
  const characters = userText(request).length + (request.system?.length ?? 0);
  const needed = Math.ceil(characters / charactersPerToken) + (maxTokens ?? defaultMaxTokens);
  return {
    ollama: {
      options: {
        ...(temperature === null ? {} : { temperature }),
        ...(maxTokens === undefined ? {} : { num_predict: maxTokens }),
        ...(needed <= usualContext ? {} : { num_ctx: 2 ** Math.ceil(Math.log2(needed)) }),
      },
    },
  };
}
