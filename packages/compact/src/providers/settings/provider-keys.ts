/** The providers reached over a network. */
export const remoteKeys = ['anthropic', 'google-ai-studio', 'groq', 'ollama', 'openai'] as const;
export type RemoteKey = (typeof remoteKeys)[number];

/** All providers, in the order in which they are listed. */
export const providerKeys = ['anthropic', 'google-ai-studio', 'groq', 'mock', 'ollama', 'openai'] as const;
export type ProviderKey = (typeof providerKeys)[number];

export function isRemoteKey(key: string): key is RemoteKey {
  return (remoteKeys as readonly string[]).includes(key);
}
