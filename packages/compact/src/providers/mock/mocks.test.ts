import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedFile } from '../../testing/shared-data.js';
import { createProvider } from '../create-provider.js';
import { ProviderError } from '../errors/provider-error.js';
import { ProviderResponseError } from '../errors/provider-response-error.js';
import { UnknownProviderError } from '../errors/unknown-provider-error.js';
import { promptHash } from './canned-provider.js';
import { ScriptedProvider } from './scripted-provider.js';

interface Vector {
  readonly prompt: string;
  readonly cached_prefix: string | null;
  readonly text: string;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly model: string;
  readonly raw: object;
}
const vectors: Vector[] = hasShared ? JSON.parse(sharedFile('vectors/mock_provider.json')).vectors : [];

describe.skipIf(!hasShared)('the scripted mock (skipped where ../shared is absent)', () => {
  it.each(vectors.map((vector, index) => [index, vector] as const))(
    'counts as vector %i does',
    async (_index, vector) => {
      const provider = new ScriptedProvider({ responses: [vector.text] });
      const { cached_prefix: prefix, model, prompt } = vector;
      const given = await provider.complete({ model, prompt, ...(prefix === null ? {} : { cachedPrefix: prefix }) });
      expect(given).toEqual({
        text: vector.text,
        promptTokens: vector.prompt_tokens,
        completionTokens: vector.completion_tokens,
        cachedPromptTokens: 0,
        model,
        finish: 'complete',
        raw: vector.raw,
      });
    },
  );
});

describe('the scripted mock', () => {
  it('gives its list, then the default; keeps its calls; begins anew', async () => {
    const provider = new ScriptedProvider({ responses: ['a', 'b'], defaultResponse: 'z' });
    const ask = async () => (await provider.complete({ model: 'm', prompt: 'p' })).text;
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual(['a', 'b', 'z', 'z']);
    expect(provider.calls).toHaveLength(4);
    provider.reset();
    expect(provider.calls).toHaveLength(0);
    expect(await ask()).toBe('a');
  });
});

describe('createProvider', () => {
  it('answers `mock` with the empty string, always', async () => {
    const provider = createProvider('mock', { environment: {} });
    expect(await provider.complete({ model: 'm', prompt: 'p' })).toMatchObject({ text: '', raw: { call_index: 0 } });
    expect(await provider.complete({ model: 'm', prompt: 'p' })).toMatchObject({ text: '', raw: { call_index: 1 } });
  });

  it('answers `mock:reader` as the reader does', async () => {
    const provider = createProvider('mock:reader', { environment: {}, reader: ({ prompt }) => prompt.toUpperCase() });
    expect(await provider.complete({ model: 'm', prompt: 'p' })).toMatchObject({ text: 'P' });
    expect(() => createProvider('mock:reader', { environment: {} })).toThrow(ProviderError);
  });

  it('answers `mock:<file>.json` by the hash of the prompt', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'obey-canned-'));
    try {
      const file = join(folder, 'answers.json');
      const asked = { model: 'm', cachedPrefix: 'a', prompt: 'b' };
      await writeFile(file, JSON.stringify({ responses: { [promptHash(asked)]: 'found' } }));
      const provider = createProvider(`mock:${file}`, { environment: {} });
      expect(await provider.complete(asked)).toMatchObject({ text: 'found' });
      expect(await provider.complete({ model: 'n', prompt: 'ab' })).toMatchObject({ text: 'found' });
      const other = await provider.complete({ model: 'm', prompt: 'c' }).catch((error: unknown) => error);
      expect(ProviderResponseError.isInstance(other) && other.line).toContain(promptHash({ prompt: 'c' }));
      for (const text of ['{', '[]', '{"responses":{"abc":"x"}}', '{"responses":{},"more":1}']) {
        await writeFile(file, text);
        expect(() => createProvider(`mock:${file}`, { environment: {} })).toThrow(/cannot read the answers/);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each(['', 'opeanai', 'mock:nothing', 'constructor', 'OpenAI'])('knows no provider %j', (key) => {
    expect(() => createProvider(key, { environment: {} })).toThrow(UnknownProviderError);
  });

  it('refuses a limit that is none', () => {
    expect(() => createProvider('ollama', { environment: {}, requestsPerMinute: 0 })).toThrow(/requestsPerMinute is 0/);
    expect(() => createProvider('ollama', { environment: {}, tokensPerMinute: Number.NaN })).toThrow(/NaN/);
  });
});
