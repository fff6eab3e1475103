import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyDiff, unifiedDiff } from './text-diff.js';

const text = fc
  .array(fc.constantFrom('one', 'two', 'three', '', '- four', '+ five'), { maxLength: 20 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));
const paths = { before: 'a.md', after: 'b.md' };

it('turns the one text into the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const patch = unifiedDiff(before, after, paths);
      expect(patch === '').toBe(before === after);
      expect(before === after ? after : applyDiff(before, patch)).toBe(after);
    }),
  );
});

it('names both files as `diff -u` does', () => {
  expect(unifiedDiff('a\nb\n', 'a\nc\n', paths)).toBe('--- a.md\n+++ b.md\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n');
});

it('says nothing of a text that a diff is not of, and never throws', () => {
  expect(applyDiff('x\ny\n', unifiedDiff('a\nb\n', 'a\nc\n', paths))).toBeUndefined();
  fc.assert(fc.property(fc.string(), fc.string(), (before, patch) => void applyDiff(before, patch)));
});
