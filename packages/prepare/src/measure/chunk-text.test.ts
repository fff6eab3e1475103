import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunkText } from './chunk-text.js';
import { countWords } from './word-count.js';

const paragraph = fc.integer({ min: 0, max: 30 }).map((words) => 'mot '.repeat(words));

it('covers every paragraph once, in order, within the bound, and never ends a chunk early', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (paragraphs, most) => {
      const chunks = chunkText(paragraphs, most);
      expect(
        chunks.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
      ).toEqual(paragraphs.map((_, index) => index + 1));
      chunks.forEach(({ first, last, words }, index) => {
        expect(words).toBe(countWords(paragraphs.slice(first - 1, last).join('\n')));
        expect(words <= most || first === last).toBe(true);
        const next = chunks[index + 1];
        if (next !== undefined) expect(words + countWords(paragraphs[next.first - 1] ?? '')).toBeGreaterThan(most);
      });
    }),
  );
});

it('refuses a bound that is none', () => {
  expect(() => chunkText(['a'], 0)).toThrow(RangeError);
});
