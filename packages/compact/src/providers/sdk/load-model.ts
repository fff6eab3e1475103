import type { LanguageModelV3 } from '@ai-sdk/provider';
import type { RemoteKey } from '../settings/provider-keys.js';
import type { ProviderSettings } from '../settings/provider-settings.js';

// Given explicitly, or the libraries would read variables of their own.
const noKey = 'none';

/** A model of the library for one provider. Each provider's package is loaded when it is first asked for. */
export async function loadModel(
  provider: RemoteKey,
  { apiKey = noKey, baseUrl: baseURL }: ProviderSettings,
  model: string,
): Promise<LanguageModelV3> {
  switch (provider) {
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic({ apiKey, baseURL })(model);
    }
    case 'google-ai-studio': {
      const { createGoogleGenerativeAI } = await import('@ai-sdk/google');
      return createGoogleGenerativeAI({ apiKey, baseURL })(model);
    }
    case 'groq': {
      const { createGroq } = await import('@ai-sdk/groq');
      return createGroq({ apiKey, baseURL })(model);
    }
    case 'ollama': {
      const { createOllama } = await import('ollama-ai-provider-v2');
      return createOllama({ baseURL })(model);
    }
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai');
      return createOpenAI({ apiKey, baseURL, ...(apiKey === noKey ? { fetch: withoutKey } : {}) }).chat(model);
    }
  }
}

const withoutKey: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.delete('authorization');
  return fetch(input, { ...init, headers });
};
