import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Completion } from '../model/provider.js';
import { createProvider } from './create-provider.js';
import { ProviderError } from './errors/provider-error.js';
import { ProviderResponseError } from './errors/provider-response-error.js';
import { remoteKeys } from './settings/provider-keys.js';
import { ask, complete, request } from './testing/ask-provider.js';
import { wireRefusal, wireReply } from './testing/wire-replies.js';
import { type Behaviour, startWireServer, testKey, wireEnvironment } from './testing/wire-server.js';

describe.each(remoteKeys)('%s', (provider) => {
  it('gives the shape that all give', async () => {
    const { outcome } = await ask(provider, [complete(provider)]);
    const { raw, ...rest } = outcome as Completion;
    expect(rest).toEqual({
      text: 'Blue holds.',
      promptTokens: 10,
      completionTokens: 2,
      cachedPromptTokens: provider === 'ollama' ? 0 : 4,
      model: provider === 'ollama' ? 'the-model' : 'the-model-1',
      finish: 'complete',
    });
    expect(raw).toMatchObject({ provider, attempts: 1, cached_tokens: provider === 'ollama' ? 0 : 4 });
    expect(Object.keys(raw)).toEqual(
      expect.arrayContaining(['provider', 'id', 'finish_reason', 'cached_tokens', 'attempts']),
    );
  });

  it('says that a reply was cut, and takes one that was cut before its first word for none', async () => {
    const cut = await ask(provider, [{ body: wireReply[provider]({ text: 'Blue', finish: 'truncated' }) }]);
    expect(cut.outcome).toMatchObject({ text: 'Blue', finish: 'truncated' });
    const none = await ask(provider, [{ body: wireReply[provider]({ text: '', finish: 'truncated' }) }]);
    expect(ProviderResponseError.isInstance(none.outcome)).toBe(true);
    expect(none.seen).toHaveLength(1);
  });

  it('says that a reply was filtered', async () => {
    const { outcome } = await ask(provider, [{ body: wireReply[provider]({ text: 'No', finish: 'filtered' }) }]);
    expect(outcome).toMatchObject({ finish: 'filtered' });
  });

  it('shows its key to nobody but the provider', async () => {
    const echo = `you sent ${testKey} and ${encodeURIComponent(testKey)}`;
    const folder = await mkdtemp(join(tmpdir(), 'obey-provider-'));
    try {
      const tried = await Promise.all([
        ask(provider, [{ body: wireRefusal[provider](echo), status: 400 }]),
        ask(provider, [{ body: wireRefusal[provider](echo), status: 429 }], { retry: { attempts: 1 } }),
        ask(provider, [{ body: wireRefusal[provider](echo), status: 401 }]),
        ask(provider, [complete(provider, echo)], { cacheFolder: folder }),
      ]);
      for (const { outcome } of tried) {
        const shown = outcome instanceof Error ? `${outcome.stack} ${String(outcome.cause)}` : '';
        if (provider !== 'ollama') expect(shown + JSON.stringify(outcome)).not.toContain(testKey);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('leaves out what the model rejects, asks again at once, and remembers', async () => {
    const rejects = (what: string): Behaviour => ({
      body: wireRefusal[provider](`Unsupported parameter: '${what}' is not supported with this model.`, 'x'),
      status: 400,
    });
    await using server = await startWireServer(rejects('temperature'), complete(provider), complete(provider));
    const asked = createProvider(provider, { environment: wireEnvironment(provider, server.url) });
    const first = await asked.complete(request);
    const second = await asked.complete(request);
    expect([first.raw, second.raw].map(({ left_out }) => left_out)).toEqual([['temperature'], ['temperature']]);
    expect(server.seen.map(({ body }) => JSON.stringify(body).includes('"temperature"'))).toEqual([true, false, false]);
  });

  it('does not take a value out of range for a parameter that is rejected', async () => {
    const message = 'max_tokens is too large: 2048. This model supports at most 512 completion tokens.';
    const { outcome, seen } = await ask(provider, [{ body: wireRefusal[provider](message), status: 400 }]);
    expect(ProviderError.isInstance(outcome)).toBe(true);
    expect(seen).toHaveLength(1);
  });

  it('never asks what the cache knows, and asks what it does not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'obey-provider-'));
    try {
      await using server = await startWireServer(
        { text: '', status: 404 },
        complete(provider, 'one'),
        complete(provider, 'two'),
      );
      const cached = () =>
        createProvider(provider, { environment: wireEnvironment(provider, server.url), cacheFolder: folder });
      await expect(cached().complete(request)).rejects.toThrow('404');
      expect(await cached().complete(request)).toMatchObject({ text: 'one' });
      expect(await cached().complete(request)).toMatchObject({ text: 'one', raw: { from_cache: true } });
      expect(await cached().complete({ ...request, maxTokens: 1 })).toMatchObject({ text: 'two' });
      expect(server.seen).toHaveLength(3);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
