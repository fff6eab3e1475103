import { MissingKeyError } from '../errors/missing-key-error.js';
import { ProviderError } from '../errors/provider-error.js';
import type { Environment } from './environment.js';
import type { RemoteKey } from './provider-keys.js';
import { providerVariables } from './provider-variables.js';

/** How to reach a provider. */
export interface ProviderSettings {
  /** Absent where none is needed. */
  readonly apiKey?: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Whether the base URL is the user's own, as results have to say. */
  readonly custom: boolean;
}

/**
 * What the environment says of a provider. Blanks around a value do not count; an empty value is no value. A key for `openai` is optional
 * where a base URL is given, since servers of one's own ask for none.
 *
 * @throws MissingKeyError naming the variable
 * @throws ProviderError `usage` when a base URL or a key cannot be one
 */
export function providerSettings(provider: RemoteKey, environment: Environment): ProviderSettings {
  const variables = providerVariables[provider];
  const given = readValue(environment, variables.baseUrl);
  const baseUrl = given === undefined ? variables.defaultUrl : readUrl(provider, given);
  const custom = given !== undefined && baseUrl !== variables.defaultUrl;
  const apiKey = variables.key === undefined ? undefined : readValue(environment, variables.key);
  if (apiKey === undefined) {
    if (variables.key !== undefined && !(provider === 'openai' && given !== undefined)) {
      throw new MissingKeyError(provider, variables.key);
    }
    return { baseUrl, custom };
  }
  // A header cannot carry anything else, and the message that says so would carry the key.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new ProviderError(provider, `${variables.key} holds blanks or characters that no key has`, { code: 'usage' });
  }
  return { apiKey, baseUrl, custom };
}

function readValue(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}

function readUrl(provider: RemoteKey, text: string): string {
  const { baseUrl: variable, path, suffix = '' } = providerVariables[provider];
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The value itself is not shown: it may hold a password.
  const refuse = (problem: string) =>
    new ProviderError(provider, `${variable} ${problem}`, {
      code: 'usage',
      hint: 'write a URL such as http://127.0.0.1:8080/v1',
    });
  if (url === undefined || !/^https?:\/\//i.test(text)) throw refuse('does not begin with http:// or https://');
  if (url.username !== '' || url.password !== '') throw refuse('holds a user name or password');
  if (url.search !== '' || url.hash !== '') throw refuse('holds a query or fragment');
  const bare = url.href.replace(/\/+$/, '');
  return path === undefined || path.test(bare) ? bare : `${bare}${suffix}`;
}
