import { ProviderError } from '../errors/provider-error.js';
import type { Environment } from './environment.js';
import { isRemoteKey, type ProviderKey, providerKeys } from './provider-keys.js';
import { providerSettings } from './provider-settings.js';
import { providerVariables } from './provider-variables.js';

export interface ListedProvider {
  readonly key: ProviderKey;
  /** The variable of its key; absent where it needs none. */
  readonly variable?: string;
  /** Whether it could be asked now. */
  readonly ready: boolean;
  /** Why not. */
  readonly problem?: string;
  readonly baseUrl?: string;
}

/** All providers and whether the environment has what they need; nothing is asked of them. */
export function listProviders(environment: Environment): ListedProvider[] {
  return providerKeys.map((key): ListedProvider => {
    if (!isRemoteKey(key)) return { key, ready: true };
    const { key: variable } = providerVariables[key];
    const named = variable === undefined ? { key } : { key, variable };
    try {
      return { ...named, ready: true, baseUrl: providerSettings(key, environment).baseUrl };
    } catch (error) {
      if (ProviderError.isInstance(error)) return { ...named, ready: false, problem: error.line };
      throw error;
    }
  });
}
