import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasShared } from '../testing/shared-data.js';
import { vectorList } from '../testing/vectors.js';
import { fixed, grouped, jsonFloat, pythonFloat } from './number-text.js';

describe.skipIf(!hasShared)('floats, by the vectors', () => {
  const rows = vectorList('contracts_shapes.json', 'float_format') as unknown as [string, string, string][];
  it.each(rows)('%s', (input, python, json) => {
    expect(pythonFloat(Number(input))).toBe(python);
    expect(jsonFloat(Number(input))).toBe(json);
  });
});

describe('number text', () => {
  it('reads back the same, with a point or an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        for (const text of [jsonFloat(value), pythonFloat(value)]) {
          expect(Number(text)).toBe(value);
          expect(text).toMatch(/^-?\d+(\.\d+)?(e[+-]\d+)?$/);
          expect(text).toMatch(/[.e]/);
        }
      }),
    );
  });

  it('spells what JSON has no number for', () => {
    expect([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map(pythonFloat)).toEqual([
      'nan',
      'inf',
      '-inf',
    ]);
  });

  it('rounds ties to the even digit, and only ties', () => {
    // Given by Python's format.
    expect([0.125, 0.375, 2.675, 1.005, 0.5, 1.5, 2.5, -0.125].map((value) => fixed(value, 2))).toEqual([
      '0.12',
      '0.38',
      '2.67',
      '1.00',
      '0.50',
      '1.50',
      '2.50',
      '-0.12',
    ]);
    expect([0.5, 1.5, 2.5, -0.5, 3.49].map((value) => fixed(value, 0))).toEqual(['0', '2', '2', '-0', '3']);
    expect(fixed(1e-30, 3)).toBe('0.000');
  });

  it('groups thousands', () => {
    expect([1, 1234, 1234567, 999].map((value) => grouped(value))).toEqual(['1', '1,234', '1,234,567', '999']);
    expect(grouped(12345.675, 2)).toBe('12,345.67');
  });
});
