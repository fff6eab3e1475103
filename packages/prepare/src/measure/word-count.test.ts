import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWords, wordList } from './word-count.js';

it('counts what a reader would', () => {
  expect(wordList('« L’auberge », dit-elle à Noémie : 12 œufs !')).toEqual([
    'L’auberge',
    'dit-elle',
    'à',
    'Noémie',
    '12',
    'œufs',
  ]);
  expect(countWords('1,5')).toBe(2);
  expect(countWords('Ελληνικά и русский')).toBe(3);
  expect(countWords(' — … ! ')).toBe(0);
});

it('counts a letter with a mark of its own as one with a ready mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(countWords(text.normalize('NFD'))).toBe(countWords(text.normalize('NFC')));
    }),
  );
});

it('adds up over texts that are apart, whatever stands between words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(countWords(`${a}\n${b}`)).toBe(countWords(a) + countWords(b));
    }),
  );
});
