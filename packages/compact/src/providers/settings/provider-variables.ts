import type { RemoteKey } from './provider-keys.js';

/** Where a provider is, and in which variables its settings lie. */
export interface ProviderVariables {
  /** Absent where no key is asked for. */
  readonly key?: string;
  readonly baseUrl: string;
  readonly defaultUrl: string;
  /** Put at the end of a base URL that lacks it, as each vendor's own tools do. */
  readonly path?: RegExp;
  readonly suffix?: string;
}

export const providerVariables: Readonly<Record<RemoteKey, ProviderVariables>> = {
  anthropic: {
    key: 'COMPACTBENCH_ANTHROPIC_API_KEY',
    baseUrl: 'COMPACTBENCH_ANTHROPIC_BASE_URL',
    defaultUrl: 'https://api.anthropic.com/v1',
    path: /\/v\d+$/,
    suffix: '/v1',
  },
  'google-ai-studio': {
    key: 'COMPACTBENCH_GOOGLE_AI_STUDIO_API_KEY',
    baseUrl: 'COMPACTBENCH_GOOGLE_AI_STUDIO_BASE_URL',
    defaultUrl: 'https://generativelanguage.googleapis.com/v1beta',
    path: /\/v\d+\w*$/,
    suffix: '/v1beta',
  },
  groq: {
    key: 'COMPACTBENCH_GROQ_API_KEY',
    baseUrl: 'COMPACTBENCH_GROQ_BASE_URL',
    defaultUrl: 'https://api.groq.com/openai/v1',
  },
  ollama: {
    baseUrl: 'COMPACTBENCH_OLLAMA_BASE_URL',
    defaultUrl: 'http://localhost:11434/api',
    path: /\/api$/,
    suffix: '/api',
  },
  openai: {
    key: 'COMPACTBENCH_OPENAI_API_KEY',
    baseUrl: 'COMPACTBENCH_OPENAI_BASE_URL',
    defaultUrl: 'https://api.openai.com/v1',
  },
};
