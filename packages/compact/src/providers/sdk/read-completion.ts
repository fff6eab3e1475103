import type { LanguageModelV3GenerateResult } from '@ai-sdk/provider';
import { z } from 'zod';
import type { Completion } from '../../model/provider.js';
import { ProviderResponseError } from '../errors/provider-response-error.js';
import type { RemoteKey } from '../settings/provider-keys.js';

// What the library leaves in the body alone.
const bodySchema = z.looseObject({
  id: z.string().optional(),
  responseId: z.string().optional(),
  model: z.string().optional(),
  modelVersion: z.string().optional(),
  choices: z.array(z.unknown()).optional(),
  candidates: z.array(z.unknown()).optional(),
});

/**
 * The answer in our terms. An answer without a word that ended of itself is an answer; one that was cut or filtered before its first word, or
 * has no choice at all, is none.
 *
 * @throws ProviderResponseError when nothing in it can be used
 */
export function readCompletion(provider: RemoteKey, model: string, result: LanguageModelV3GenerateResult): Completion {
  const body = bodySchema.safeParse(result.response?.body).data ?? {};
  const texts = result.content.filter((part) => part.type === 'text').map(({ text }) => text);
  const text = texts.join('');
  const finish = finishOf(result);
  const reason = result.finishReason.raw ?? null;
  if (text === '') {
    const problem = emptyProblem(provider, result, finish, body);
    if (problem !== undefined) throw new ProviderResponseError(provider, problem);
  }
  const { inputTokens, outputTokens } = result.usage;
  const cached = count(inputTokens.cacheRead);
  return {
    text,
    promptTokens: count(inputTokens.total),
    completionTokens: count(outputTokens.total),
    cachedPromptTokens: cached,
    model: result.response?.modelId ?? body.modelVersion ?? body.model ?? model,
    finish,
    raw: {
      provider,
      id: result.response?.id ?? body.id ?? body.responseId ?? null,
      finish_reason: reason,
      cached_tokens: cached,
      ...(provider === 'anthropic'
        ? { cache_read_input_tokens: cached, cache_creation_input_tokens: count(inputTokens.cacheWrite) }
        : {}),
    },
  };
}

function emptyProblem(
  provider: RemoteKey,
  result: LanguageModelV3GenerateResult,
  finish: Completion['finish'],
  body: z.infer<typeof bodySchema>,
): string | undefined {
  if (finish === 'truncated') return 'the reply reached the limit of tokens before its first word';
  if (finish === 'filtered') return 'the reply was filtered';
  if (provider === 'google-ai-studio' && (body.candidates ?? []).length === 0) return 'the reply has no candidate';
  if (provider === 'anthropic') return 'the reply has no text block';
  if (result.content.some(({ type }) => type === 'tool-call')) return 'the reply calls a tool instead of answering';
  return undefined;
}

function finishOf({ finishReason }: LanguageModelV3GenerateResult): Completion['finish'] {
  switch (finishReason.unified) {
    case 'stop':
      return 'complete';
    case 'length':
      return 'truncated';
    case 'content-filter':
      return 'filtered';
    default:
      return 'unknown';
  }
}

function count(tokens: number | undefined): number {
  return tokens === undefined || !Number.isFinite(tokens) ? 0 : Math.max(0, Math.trunc(tokens));
}
