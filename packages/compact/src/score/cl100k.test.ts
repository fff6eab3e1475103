import fc from 'fast-check';
import { getEncoding } from 'js-tiktoken';
import { describe, expect, it } from 'vitest';
import { hasShared } from '../testing/shared-data.js';
import { plainVectors } from '../testing/vectors.js';
import { countCl100k, encodeCl100k } from './cl100k.js';
import { countTokens } from './token-count.js';

describe.skipIf(!hasShared)('cl100k, by the vectors', () => {
  const vectors = plainVectors<{ text: string; count: number; ids: number[] }>('tokens_cl100k.json');
  it.each(vectors.map(({ text, count, ids }) => [text, count, ids] as const))('%j', (text, count, ids) => {
    expect(encodeCl100k(text)).toEqual(ids);
    expect(countCl100k(text)).toBe(count);
    expect(countTokens(text)).toBe(count);
  });

  it('takes the names of special tokens for ordinary text, where the reference stops', () => {
    const special = plainVectors<{ text: string; count?: number }>('tokens_cl100k.json', 'special_token_texts');
    for (const { text, count } of special) {
      if (count === undefined) expect(countTokens(text)).toBeGreaterThan(2);
      else expect(countTokens(text)).toBe(count);
      expect(Math.max(...encodeCl100k(text))).toBeLessThan(100_257);
    }
  });
});

describe('cl100k', () => {
  // Texts on which the library's own pattern, older than tiktoken's, splits in the same way.
  const words = fc.array(
    fc.constantFrom('word', ' word', "don't", ' 12345', ', ', '!?', ' naïve', '日本', '\n', ' x', '😀', '({[', "I'LL"),
    { maxLength: 30 },
  );

  it('agrees with js-tiktoken', () => {
    const library = getEncoding('cl100k_base');
    fc.assert(
      fc.property(words, (parts) => {
        const text = `${parts.join('')}.`;
        expect(encodeCl100k(text)).toEqual(library.encode(text, [], []));
      }),
      { numRuns: process.env.OBEY_FULL === '1' ? 20_000 : 300 },
    );
  });

  it('splits white space as tiktoken 0.14 does', () => {
    // Given by tiktoken 0.14.0: a run at the end is one piece, U+0085 is white space, U+FEFF is not.
    expect(encodeCl100k('a\n  ')).toEqual([64, 198, 256]);
    expect(encodeCl100k('\u0085\u0085x\ufeff y\u017f')).toEqual([126, 227, 126, 227, 87, 3305, 379, 129, 123]);
    expect(encodeCl100k("it'\u017f")).toEqual([275, 6, 129, 123]);
  });

  it('counts a hundred thousand letters without a blank in well under a second', () => {
    expect(countCl100k('ab'.repeat(50_000))).toBeGreaterThan(10_000);
  });

  it('counts any text, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(countCl100k(text)).toBe(encodeCl100k(text).length);
        expect(countTokens(text)).toBe(countTokens(text));
      }),
    );
    expect(countTokens('\ud800')).toBe(countTokens('\ufffd'));
  });
});
