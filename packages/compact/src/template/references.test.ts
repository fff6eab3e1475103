import { describe, expect, it } from 'vitest';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { UnresolvedReferenceError } from './errors.js';
import { extractReferences, substitute } from './references.js';

describe('substitute', () => {
  it('puts values in literally and looks at them no more', () => {
    const bindings = new Map([
      ['a', '$& $1 {{b}}'],
      ['b', 'B'],
    ]);
    expect(substitute('{{a}}{{ b }}{{{b}}}', bindings)).toBe('$& $1 {{b}}B{B}');
  });

  it('says what is missing and what there is', () => {
    const attempt = () => substitute('{{c}}', new Map([['a', '']]));
    expect(attempt).toThrow(UnresolvedReferenceError);
    expect(attempt).toThrow('{{c}} has no value');
  });

  it('takes long runs of braces and blanks in little time', () => {
    const text = `${'{{ '.repeat(20_000)}${'{{a'.repeat(20_000)}${'{'.repeat(50_000)}`;
    expect(substitute(text, new Map())).toBe(text);
  });

  it.skipIf(!hasShared)('agrees with every vector', () => {
    for (const { text, bindings, refs, out } of JSON.parse(sharedFile('vectors/substitution.json')).vectors) {
      expect(extractReferences(text)).toEqual(refs);
      expect(substitute(text, new Map(Object.entries(bindings)))).toBe(out);
    }
  });
});
