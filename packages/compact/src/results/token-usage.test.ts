import { describe, expect, it } from 'vitest';
import type { Completion, Provider } from '../model/provider.js';
import { countUsage, noUsage, sumUsage, usageSince } from './token-usage.js';

const completion = (promptTokens: number, completionTokens: number, cachedPromptTokens: number): Completion => ({
  text: '',
  promptTokens,
  completionTokens,
  cachedPromptTokens,
  model: 'm',
  finish: 'complete',
  raw: {},
});

describe('countUsage', () => {
  it('counts the calls that were answered, and never below nought', async () => {
    const replies = [completion(10, 2, 4), new Error('no'), completion(-5, Number.NaN, 0), completion(1, 1, 1)];
    const wrapped: Provider = {
      key: 'groq',
      complete: async () => {
        const reply = replies.shift();
        if (reply === undefined || reply instanceof Error) throw reply ?? new Error('none left');
        return reply;
      },
    };
    const { provider, usage } = countUsage(wrapped);
    expect(provider.key).toBe('groq');
    expect(usage()).toEqual(noUsage);
    await provider.complete({ model: 'm', prompt: '' });
    const before = usage();
    await expect(provider.complete({ model: 'm', prompt: '' })).rejects.toThrow('no');
    await provider.complete({ model: 'm', prompt: '' });
    await provider.complete({ model: 'm', prompt: '' });
    expect(usage()).toEqual({ prompt_tokens: 11, completion_tokens: 3, cached_prompt_tokens: 5, call_count: 3 });
    expect(usageSince(before, usage())).toEqual({
      prompt_tokens: 1,
      completion_tokens: 1,
      cached_prompt_tokens: 1,
      call_count: 2,
    });
  });
});

describe('sumUsage', () => {
  it('is null only where nothing was recorded', () => {
    expect(sumUsage([])).toBeNull();
    expect(sumUsage([null, null])).toBeNull();
    expect(sumUsage([null, noUsage])).toEqual(noUsage);
  });
});
