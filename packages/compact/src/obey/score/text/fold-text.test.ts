import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWord, struckClose, struckOpen } from './fold-text.js';

describe('foldText', () => {
  it.each([
    ['“Never” – it’s ‘final’ … ok', "\"Never\" - it's 'final' ... ok"],
    ['**bold** and *thin* and __both__', 'bold and thin and both'],
    ['`code` and ``more``', 'code and more'],
    ['```js\nrun()\n```\nafter', '\nrun()\n\nafter'],
    ['see [the file](src/a.ts)', 'see the file (src/a.ts)'],
    ['ﬁne ＡＢＣ １２', 'fine ABC 12'],
    ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
    ['a<br>b <b>c</b>', 'a\nb c'],
    ['A → B', 'A  -  B'],
    ['3 * 4', '3 * 4'],
    ['non‑breaking', 'non-breaking'],
  ])('folds %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps what is struck out between two marks', () => {
    expect(foldText('~~old~~ new')).toBe(`${struckOpen}old${struckClose} new`);
  });

  it('leaves plain English as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 .,;]{0,80}$/), (text) => {
        expect(foldText(text)).toBe(text);
      }),
    );
  });
});

describe('foldWord', () => {
  it.each([
    ['Zürich', 'zurich'],
    ['FAÇADE', 'facade'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
  ])('folds %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
});
