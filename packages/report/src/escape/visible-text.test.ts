import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileText, runs } from '../testing/hostile-text.js';
import { visibleText } from './visible-text.js';

it.each([
  ['plain text, ümlaut, 日本語, 🙂', 'plain text, ümlaut, 日本語, 🙂'],
  ['two\r\nlines\tand tab', 'two lines and tab'],
  ['\u001b[31m', '\\u{1b}[31m'],
  ['\u009b31m', '\\u{9b}31m'],
  ['a\u202eb', 'a\\u{202e}b'],
  ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
  ['lone \ud800', 'lone \\u{d800}'],
  ['tag \u{e0041}', 'tag \\u{e0041}'],
  ['✔️ done', '✔️ done'],
  ['a\ufe0f', 'a\\u{fe0f}'],
])('shows %j as %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

it('leaves no character that cannot be seen, and nothing to do a second time', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = visibleText(text);
      expect(shown.replace(/\p{Extended_Pictographic}[\ufe0e\ufe0f]/gu, '')).not.toMatch(
        /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u,
      );
      expect(visibleText(shown)).toBe(shown);
    }),
    { numRuns: runs(500) },
  );
});
