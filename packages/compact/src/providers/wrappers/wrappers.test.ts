import { expect, it } from 'vitest';
import type { Completion, Provider } from '../../model/provider.js';
import { ScriptedProvider } from '../mock/scripted-provider.js';
import { requestHash, sha256 } from '../request-hash.js';
import { CountingProvider } from './counting-provider.js';
import { type RecordedCall, recordingProvider } from './recording-provider.js';

const plain: Completion = {
  text: 't',
  promptTokens: 5,
  completionTokens: 3,
  cachedPromptTokens: 0,
  model: 'm',
  finish: 'complete',
  raw: {},
};

function giving(...completions: readonly (Partial<Completion> | Error)[]): Provider {
  let index = 0;
  return {
    key: 'groq',
    async complete() {
      const next = completions[index++] ?? {};
      if (next instanceof Error) throw next;
      return { ...plain, ...next };
    },
  };
}

it('adds up what succeeded, and the cached tokens by the first name that holds a count', async () => {
  const counting = new CountingProvider(
    giving(
      { cachedPromptTokens: 2 },
      { raw: { cached_tokens: 3, cache_read_tokens: 9 } },
      { raw: { cache_read_input_tokens: -1, cached_tokens: '7', cache_read_tokens: 4 } },
      new Error('no'),
      { promptTokens: -5, raw: { cache_read_input_tokens: 0 }, cachedPromptTokens: 8 },
    ),
  );
  const ask = () => counting.complete({ model: 'm', prompt: 'p' });
  await ask();
  await ask();
  expect(counting.take()).toEqual({ prompt_tokens: 10, completion_tokens: 6, cached_prompt_tokens: 5, call_count: 2 });
  await ask();
  await expect(ask()).rejects.toThrow('no');
  await ask();
  expect(counting.take()).toEqual({ prompt_tokens: 5, completion_tokens: 6, cached_prompt_tokens: 4, call_count: 2 });
  expect(counting.take()).toMatchObject({ call_count: 0 });
  expect(counting.usage).toEqual({ prompt_tokens: 15, completion_tokens: 12, cached_prompt_tokens: 9, call_count: 4 });
  expect(counting.key).toBe('groq');
});

it('tells of every answer, with the hash of what was asked', async () => {
  const calls: RecordedCall[] = [];
  const provider = recordingProvider(new ScriptedProvider({ responses: ['a', 'b'] }), (call) => void calls.push(call));
  const request = { model: 'm', prompt: 'p' };
  await provider.complete(request);
  await provider.complete({ ...request, maxTokens: 2048, temperature: 0, json: false });
  expect(calls.map(({ index, responseHash }) => [index, responseHash])).toEqual([
    [0, sha256('a')],
    [1, sha256('b')],
  ]);
  // Defaults written out ask the same.
  expect(calls[0]?.requestHash).toBe(calls[1]?.requestHash);
  const others = [
    { system: '' },
    { cachedPrefix: '' },
    { temperature: null },
    { maxTokens: 1 },
    { json: true },
    { model: 'n' },
  ];
  const hashes = others.map((other) => requestHash('mock', { ...request, ...other }));
  expect(new Set([calls[0]?.requestHash, ...hashes, requestHash('groq', request)]).size).toBe(others.length + 2);
});
