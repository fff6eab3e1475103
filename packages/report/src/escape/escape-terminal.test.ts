import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostileText, runs } from '../testing/hostile-text.js';
import { escapeTerminal } from './escape-terminal.js';

it('leaves no control byte, no escape sequence and no line break', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(escapeTerminal(text)).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u);
    }),
    { numRuns: runs(500) },
  );
});

it('cuts a long text and says by how much', () => {
  expect(escapeTerminal('a'.repeat(305))).toBe(`${'a'.repeat(300)}… (+5 characters)`);
  expect(escapeTerminal('🙂🙂🙂', { max: 2 })).toBe('🙂🙂… (+1 characters)');
  expect(escapeTerminal('🙂🙂', { max: 2 })).toBe('🙂🙂');
});
