import type { Environment } from './environment.js';
import { isRemoteKey } from './provider-keys.js';
import { providerSettings } from './provider-settings.js';

/**
 * Whether a provider is asked at its usual address or at one that the environment gives; results tell which.
 *
 * @throws as `providerSettings`
 */
export const endpointKind = (provider: string, environment: Environment): 'default' | 'custom' =>
  isRemoteKey(provider) && providerSettings(provider, environment).custom ? 'custom' : 'default';
