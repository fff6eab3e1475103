import { describe, expect, it } from 'vitest';
import { MissingKeyError } from '../errors/missing-key-error.js';
import { ProviderError } from '../errors/provider-error.js';
import { listProviders } from './list-providers.js';
import { remoteKeys } from './provider-keys.js';
import { providerSettings } from './provider-settings.js';

function failure(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe('providerSettings', () => {
  it.each(['anthropic', 'google-ai-studio', 'groq', 'openai'] as const)(
    'names the variable that %s lacks',
    (provider) => {
      const variable = `COMPACTBENCH_${provider.toUpperCase().replaceAll('-', '_')}_API_KEY`;
      for (const environment of [{}, { [variable]: '  ' }]) {
        const error = failure(() => providerSettings(provider, environment));
        expect(MissingKeyError.isInstance(error) && error.variable).toBe(variable);
        expect((error as ProviderError).line).toContain(variable);
      }
    },
  );

  it('needs no key of Ollama, nor of an OpenAI that is elsewhere', () => {
    expect(providerSettings('ollama', {})).toEqual({ baseUrl: 'http://localhost:11434/api', custom: false });
    const elsewhere = { COMPACTBENCH_OPENAI_BASE_URL: ' http://127.0.0.1:8080/v1/ ' };
    expect(providerSettings('openai', elsewhere)).toEqual({ baseUrl: 'http://127.0.0.1:8080/v1', custom: true });
    const empty = { COMPACTBENCH_OPENAI_BASE_URL: '', COMPACTBENCH_OPENAI_API_KEY: 'sk-1234' };
    expect(providerSettings('openai', empty)).toMatchObject({ custom: false });
  });

  it.each([
    ['anthropic', 'http://h', 'http://h/v1'],
    ['anthropic', 'http://h/v1/', 'http://h/v1'],
    ['google-ai-studio', 'http://h', 'http://h/v1beta'],
    ['google-ai-studio', 'http://h/v1', 'http://h/v1'],
    ['ollama', 'http://h:1', 'http://h:1/api'],
    ['ollama', 'http://h:1/api', 'http://h:1/api'],
    ['groq', 'http://h/x', 'http://h/x'],
  ] as const)('takes the base URL of %s as %s for %s', (provider, given, used) => {
    const name = provider.toUpperCase().replaceAll('-', '_');
    const environment = { [`COMPACTBENCH_${name}_BASE_URL`]: given, [`COMPACTBENCH_${name}_API_KEY`]: 'key-1234' };
    expect(providerSettings(provider, environment).baseUrl).toBe(used);
  });

  it.each([
    '127.0.0.1:8080',
    'ftp://h/v1',
    'http://',
    'javascript:alert(1)',
    'https://me:hunter2@h/v1',
    'http://h/v1?key=hunter2',
  ])('refuses %s, without showing it', (url) => {
    for (const provider of remoteKeys) {
      const name = provider.toUpperCase().replaceAll('-', '_');
      const error = failure(() => providerSettings(provider, { [`COMPACTBENCH_${name}_BASE_URL`]: url }));
      expect(ProviderError.isInstance(error) && error.code).toBe('usage');
      expect((error as Error).message).not.toContain('hunter2');
    }
  });

  it('refuses a key that no header could carry, without showing it', () => {
    const error = failure(() => providerSettings('groq', { COMPACTBENCH_GROQ_API_KEY: 'gsk-1\n2' }));
    expect((error as Error).message).toContain('COMPACTBENCH_GROQ_API_KEY');
    expect((error as Error).message).not.toContain('gsk-1');
  });
});

describe('listProviders', () => {
  it('says which could be asked, and what the others lack', () => {
    const listed = listProviders({ COMPACTBENCH_GROQ_API_KEY: 'gsk-1234' });
    expect(listed.map(({ key, ready }) => [key, ready])).toEqual([
      ['anthropic', false],
      ['google-ai-studio', false],
      ['groq', true],
      ['mock', true],
      ['ollama', true],
      ['openai', false],
    ]);
    expect(listed[0]?.problem).toContain('COMPACTBENCH_ANTHROPIC_API_KEY');
  });
});
