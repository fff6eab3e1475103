import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPlain } from '../json/json-value.js';
import { hasShared } from '../testing/shared-data.js';
import { plainVectors, vectorFile, vectorList } from '../testing/vectors.js';
import { normalise } from './normalise.js';
import { answerOf, runReferenceCheck } from './reference-check.js';
import { ScoringError } from './scoring-error.js';
import { trim } from './whitespace.js';

describe.skipIf(!hasShared)('checks of the profiles 1.0.0 and 2.0.0, by the vectors', () => {
  const checks = vectorList('checks.json', 'checks').map((vector) => {
    const spec = new Map([...(vector.get('spec') as Map<string, never>)].map(([key, value]) => [key, toPlain(value)]));
    return [JSON.stringify(toPlain(vector)), spec, vector] as const;
  });

  it.each(checks)('%s', (_, spec, vector) => {
    const run = () => runReferenceCheck(spec, answerOf(String(vector.get('response'))));
    if (!vector.has('error')) return expect(run()).toBe(vector.get('score'));
    expect(run).toThrow(ScoringError);
    expect(run).toThrow(String(vector.get('message')));
  });

  it('normalises', () => {
    const texts = plainVectors<{ in: string; out: string }>('checks.json', 'normalise');
    expect(texts.map((text) => normalise(text.in))).toEqual(texts.map((text) => text.out));
  });

  it('takes the reference’s white space and nothing else', () => {
    const listed = vectorFile('checks.json').get('whitespace_code_points') as string[];
    const found: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      if (trim(String.fromCodePoint(code)) === '') found.push(`0x${code.toString(16)}`);
    }
    expect(found).toEqual(listed);
  });
});

describe('normalise', () => {
  it('is idempotent and blind to case of ASCII and to white space around', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
        expect(normalise(`\u0085 ${text}\n\u001c`)).toBe(normalise(text));
      }),
    );
  });

  it('takes linear time for blanks within', () => {
    expect(normalise(`${' '.repeat(200_000)}x${' '.repeat(200_000)}y`)).toBe('x y');
  });
});

describe('runReferenceCheck', () => {
  it('names a check it does not know as Python would', () => {
    const message = (check: unknown) => {
      try {
        return runReferenceCheck(new Map([['check', check]]), answerOf(''));
      } catch (error) {
        return error instanceof ScoringError ? error.line : error;
      }
    };
    expect(message(new Map([['a', 1.5]]))).toContain("unknown check type {'a': 1.5}. Known: ");
    for (const falsy of [0, '', null, false, [], new Map(), undefined]) {
      expect(message(falsy)).toContain("missing a 'check' key");
    }
  });
});
