import { expect, it } from 'vitest';
import { endpointKind } from './endpoint-kind.js';

it.each([
  ['mock', {}, 'default'],
  ['mock:reader', { COMPACTBENCH_OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }, 'default'],
  ['openai', { COMPACTBENCH_OPENAI_API_KEY: 'k' }, 'default'],
  ['openai', { COMPACTBENCH_OPENAI_API_KEY: 'k', COMPACTBENCH_OPENAI_BASE_URL: ' ' }, 'default'],
  ['openai', { COMPACTBENCH_OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' }, 'custom'],
  ['ollama', {}, 'default'],
  ['ollama', { COMPACTBENCH_OLLAMA_BASE_URL: 'http://127.0.0.1:1' }, 'custom'],
])('%s with %j is asked at its %s address', (spec, environment, kind) => {
  expect(endpointKind(spec, environment)).toBe(kind);
});

it('asks for a key where one is needed', () => {
  expect(() => endpointKind('groq', {})).toThrow(/COMPACTBENCH_GROQ_API_KEY/);
});
