import type { RemoteKey } from '../settings/provider-keys.js';

/** What a provider's reply is to say, whichever its form. */
export interface Said {
  readonly text: string;
  readonly finish?: 'complete' | 'truncated' | 'filtered';
}

/** Replies in each provider's own wire format; always of 10 prompt tokens, 4 of them cached, and 2 completion tokens. */
export const wireReply: Readonly<Record<RemoteKey, (said: Said) => object>> = {
  openai: (said) => chat(said),
  groq: (said) => chat(said),
  anthropic: ({ text, finish = 'complete' }) => ({
    id: 'reply-1',
    type: 'message',
    role: 'assistant',
    model: 'the-model-1',
    content: text === '' ? [] : halves(text).map((half) => ({ type: 'text', text: half })),
    stop_reason: { complete: 'end_turn', truncated: 'max_tokens', filtered: 'refusal' }[finish],
    stop_sequence: null,
    usage: { input_tokens: 5, cache_creation_input_tokens: 1, cache_read_input_tokens: 4, output_tokens: 2 },
  }),
  'google-ai-studio': ({ text, finish = 'complete' }) => ({
    candidates: [
      {
        content: { role: 'model', ...(text === '' ? {} : { parts: halves(text).map((half) => ({ text: half })) }) },
        finishReason: { complete: 'STOP', truncated: 'MAX_TOKENS', filtered: 'SAFETY' }[finish],
        index: 0,
      },
    ],
    usageMetadata: {
      promptTokenCount: 10,
      cachedContentTokenCount: 4,
      candidatesTokenCount: 2,
      totalTokenCount: 12,
    },
    modelVersion: 'the-model-1',
    responseId: 'reply-1',
  }),
  ollama: ({ text, finish = 'complete' }) => ({
    model: 'the-model-1',
    created_at: '2026-01-01T00:00:00.000Z',
    message: { role: 'assistant', content: text },
    done: true,
    done_reason: { complete: 'stop', truncated: 'length', filtered: 'content_filter' }[finish],
    prompt_eval_count: 10,
    eval_count: 2,
  }),
};

/** Refusals as each provider writes them. */
export const wireRefusal: Readonly<Record<RemoteKey, (message: string, code?: string) => object>> = {
  openai: (message, code = 'rate_limit_exceeded') => ({ error: { message, type: 'requests', param: null, code } }),
  groq: (message, code = 'rate_limit_exceeded') => ({ error: { message, type: 'requests', code } }),
  anthropic: (message, code = 'rate_limit_error') => ({ type: 'error', error: { type: code, message } }),
  'google-ai-studio': (message, code = 'RESOURCE_EXHAUSTED') => ({ error: { code: 429, message, status: code } }),
  ollama: (message) => ({ error: message }),
};

function chat({ text, finish = 'complete' }: Said): object {
  return {
    id: 'reply-1',
    object: 'chat.completion',
    created: 1_760_000_000,
    model: 'the-model-1',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text === '' ? null : text },
        finish_reason: { complete: 'stop', truncated: 'length', filtered: 'content_filter' }[finish],
      },
    ],
    usage: { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12, prompt_tokens_details: { cached_tokens: 4 } },
  };
}

function halves(text: string): string[] {
  const middle = Math.ceil(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)].filter((half) => half !== '');
}
