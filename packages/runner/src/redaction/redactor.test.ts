import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plantedSecrets } from './planted-secrets.js';
import { Redactor } from './redactor.js';

const key = 'sk-plänted "0123" 🔑/x';
const redactor = new Redactor([{ name: 'SOME_KEY', value: key }]);

describe('Redactor', () => {
  it('takes a key out as it is, in JSON, in a URL and in base64', () => {
    for (const text of [
      key,
      JSON.stringify({ a: key }),
      encodeURIComponent(key),
      Buffer.from(key).toString('base64'),
    ]) {
      const result = redactor.text(`before ${text} after`);
      expect(result).toContain('[redacted SOME_KEY]');
      expect(result).not.toContain('0123');
      expect(result).toMatch(/^before .* after$/);
    }
  });

  it('leaves every other byte as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(redactor.bytes(bytes).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it('finds a key however a stream is cut, and gives what it gives at once', async () => {
    const text = Buffer.from(`a${key}${key.slice(0, 9)}b${key}${key}\u00ff`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 12 }), async (cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        const chunks = edges.slice(1).map((to, index) => text.subarray(edges[index], to));
        const streamed = await buffer(
          Readable.from(chunks.filter(({ length }) => length > 0)).pipe(redactor.transform()),
        );
        expect(streamed.equals(redactor.bytes(text))).toBe(true);
      }),
    );
  });

  it('reaches into values', () => {
    expect(redactor.value({ a: [key], [key]: 1 })).toEqual({ a: ['[redacted SOME_KEY]'], '[redacted SOME_KEY]': 1 });
  });
});

describe('plantedSecrets', () => {
  it('knows keys by their names, and neither numbers nor paths nor short words', () => {
    const variables = {
      OPENAI_API_KEY: 'abcdefgh',
      MY_TOKEN: '12345678',
      KEY_FILE: '/home/someone/key',
      X_SECRET: 'short',
      HOME: 'abcdefghijk',
      db_password: 'longenough',
    };
    expect(plantedSecrets(variables).map(({ name }) => name)).toEqual(['OPENAI_API_KEY', 'db_password']);
  });
});
