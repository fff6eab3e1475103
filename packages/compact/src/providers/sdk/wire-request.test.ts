import { describe, expect, it } from 'vitest';
import type { CompletionRequest } from '../../model/provider.js';
import { createProvider, type ProviderOptions } from '../create-provider.js';
import type { RemoteKey } from '../settings/provider-keys.js';
import { complete } from '../testing/ask-provider.js';
import { wireRefusal } from '../testing/wire-replies.js';
import { type Behaviour, startWireServer, testKey, wireEnvironment } from '../testing/wire-server.js';

const request: CompletionRequest = { model: 'the-model', cachedPrefix: 'Said: ', prompt: 'what?', system: 'Be brief.' };

async function sent(
  provider: RemoteKey,
  asked: Partial<CompletionRequest> = {},
  options: Partial<ProviderOptions> = {},
  behaviours: readonly Behaviour[] = [complete(provider)],
) {
  await using server = await startWireServer(...behaviours);
  const environment = wireEnvironment(provider, server.url);
  await createProvider(provider, { environment, ...options }).complete({ ...request, ...asked });
  return server.seen;
}

describe('what goes over the wire', () => {
  it('to OpenAI: chat completions', async () => {
    const [seen] = await sent('openai', { json: true });
    expect(seen).toMatchObject({ path: '/v1/chat/completions', headers: { authorization: `Bearer ${testKey}` } });
    expect(seen?.body).toEqual({
      model: 'the-model',
      max_tokens: 2048,
      temperature: 0,
      response_format: { type: 'json_object' },
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Said: what?' },
      ],
    });
  });

  it('to Groq: chat completions', async () => {
    const [seen] = await sent('groq', { json: true, maxTokens: 5, temperature: 0.5 });
    expect(seen).toMatchObject({
      path: '/openai/v1/chat/completions',
      headers: { authorization: `Bearer ${testKey}` },
    });
    expect(seen?.body).toEqual({
      model: 'the-model',
      max_tokens: 5,
      temperature: 0.5,
      response_format: { type: 'json_object' },
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Said: what?' },
      ],
    });
  });

  it('to Anthropic: messages, with the prefix as a block of its own to be cached', async () => {
    const [seen] = await sent('anthropic', { json: true });
    expect(seen).toMatchObject({ path: '/v1/messages', headers: { 'x-api-key': testKey } });
    expect(seen?.body).toEqual({
      model: 'the-model',
      max_tokens: 2048,
      temperature: 0,
      system: [{ type: 'text', text: 'Be brief.' }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Said: ', cache_control: { type: 'ephemeral' } },
            { type: 'text', text: 'what?' },
          ],
        },
      ],
    });
    const [plain] = await sent('anthropic', { cachedPrefix: '' });
    expect(plain?.body.messages).toEqual([{ role: 'user', content: [{ type: 'text', text: 'what?' }] }]);
  });

  it('to Google: generate content, the key in a header and not in the URL', async () => {
    const [seen] = await sent('google-ai-studio', { json: true });
    expect(seen).toMatchObject({
      path: '/v1beta/models/the-model:generateContent',
      headers: { 'x-goog-api-key': testKey },
    });
    expect(seen?.body).toEqual({
      generationConfig: { maxOutputTokens: 2048, temperature: 0, responseMimeType: 'application/json' },
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [{ role: 'user', parts: [{ text: 'Said: what?' }] }],
    });
  });

  it('to Ollama: chat, with its options where its own API reads them', async () => {
    const [seen] = await sent('ollama', { json: true });
    expect(seen?.path).toBe('/api/chat');
    expect(seen?.body).toEqual({
      model: 'the-model',
      stream: false,
      think: false,
      format: 'json',
      options: { temperature: 0, num_predict: 2048 },
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Said: what?' },
      ],
    });
    // 20,000 characters are about 6,700 tokens; with the reply they need more than its usual context.
    const [long] = await sent('ollama', { prompt: 'x'.repeat(20_000) });
    expect(long?.body.options).toMatchObject({ num_ctx: 16_384 });
  });

  it('leaves temperature to the model where it is null, and out where that is asked for', async () => {
    for (const provider of ['openai', 'groq', 'anthropic', 'google-ai-studio', 'ollama'] as const) {
      const [unset] = await sent(provider, { temperature: null });
      expect(JSON.stringify(unset?.body)).not.toContain('temperature');
      const [omitted] = await sent(provider, {}, { omit: ['temperature'] });
      expect(JSON.stringify(omitted?.body)).not.toContain('temperature');
    }
  });

  it('names the limit as newer models of OpenAI want it, where they say so, and not at all where they do not', async () => {
    const rejects = (parameter: string): Behaviour => ({
      status: 400,
      body: wireRefusal.openai(
        `Unsupported parameter: '${parameter}' is not supported with this model.`,
        'unsupported_parameter',
      ),
    });
    const seen = await sent('openai', {}, {}, [
      rejects('max_tokens'),
      rejects('max_completion_tokens'),
      complete('openai'),
    ]);
    const limits = seen.map(({ body }) => Object.keys(body).filter((name) => name.startsWith('max_')));
    expect(limits).toEqual([['max_tokens'], ['max_completion_tokens'], []]);
  });

  it('sends no authorization to a server that asks for no key', async () => {
    await using server = await startWireServer(complete('openai'));
    const environment = { COMPACTBENCH_OPENAI_BASE_URL: `${server.url}/v1` };
    await createProvider('openai', { environment }).complete(request);
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('reads no variable of the libraries', async () => {
    const names = ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'ANTHROPIC_BASE_URL', 'GROQ_API_KEY', 'OPENAI_ORGANIZATION'];
    const before = names.map((name) => process.env[name]);
    try {
      for (const name of names) process.env[name] = 'http://127.0.0.1:1';
      const [openai] = await sent('openai');
      expect(JSON.stringify(openai?.headers)).not.toContain('127.0.0.1:1"');
      expect(await sent('anthropic')).toHaveLength(1);
    } finally {
      names.forEach((name, index) => {
        if (before[index] === undefined) delete process.env[name];
        else process.env[name] = before[index];
      });
    }
  });
});
