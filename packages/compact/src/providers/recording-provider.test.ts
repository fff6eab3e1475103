import { expect, it } from 'vitest';
import { textDigest } from '../artifact/artifact-json.js';
import { ScriptedProvider } from './mock/scripted-provider.js';
import { type RecordedCall, recordingProvider } from './recording-provider.js';
import { requestHash } from './request-hash.js';

it('tells of every answer, with the hash of what was asked', async () => {
  const calls: RecordedCall[] = [];
  const provider = recordingProvider(new ScriptedProvider({ responses: ['a', 'b'] }), (call) => void calls.push(call));
  const request = { model: 'm', prompt: 'p' };
  await provider.complete(request);
  await provider.complete({ ...request, maxTokens: 2048, temperature: 0, json: false });
  expect(calls.map(({ index, responseHash }) => [index, responseHash])).toEqual([
    [0, textDigest('a')],
    [1, textDigest('b')],
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
