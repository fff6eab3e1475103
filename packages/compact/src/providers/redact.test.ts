import { expect, it } from 'vitest';
import { redact } from './redact.js';

it('takes a key out in every form in which it may come back', () => {
  const key = 'sk-"a/b"+c==';
  const forms = [key, JSON.stringify(key), encodeURIComponent(key), Buffer.from(key).toString('base64')];
  for (const form of forms)
    expect(redact(`Authorization: ${form}.`, key)).toMatch(/^Authorization: "?\[redacted\]"?\.$/);
});

it('leaves a text alone that holds none', () => {
  expect(redact('nothing here', 'sk-123456')).toBe('nothing here');
  expect(redact('an x', 'x')).toBe('an x');
  expect(redact('an x', undefined)).toBe('an x');
});
