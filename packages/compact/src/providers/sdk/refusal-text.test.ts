import fc from 'fast-check';
import { expect, it } from 'vitest';
import { refusalText } from './refusal-text.js';

it.each([
  ['{"error":{"message":"slow\\n down","code":"x"}}', 'slow down'],
  ['{"error":"model not found"}', 'model not found'],
  ['[{"error":{"message":"a list","code":429}}]', 'a list'],
  ['{"message":"bare"}', 'bare'],
  ['{"error":{"message":5}}', ''],
  ['<html>', ''],
  ['[]', ''],
])('finds in %s: %s', (body, text) => expect(refusalText(body)).toBe(text));

it('cuts a long one between characters', () => {
  const text = refusalText(JSON.stringify({ error: '😀'.repeat(400) }));
  expect([...text]).toHaveLength(301);
});

it('never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      expect(typeof refusalText(body)).toBe('string');
    }),
  );
});
