import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCodePoint, compactJson, sortedJson } from './json-text.js';
import { fromPlain, type JsonValue, toPlain } from './json-value.js';
import { parseJson } from './parse-json.js';
import { pythonRepr, pythonType } from './python-text.js';

const json = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.string({ unit: 'binary' }),
    fc.bigInt(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('10', '2', '__proto__')), tie('value')), { maxLength: 4 })
      .map((entries) => new Map(entries)),
  ),
})).value;

const parsed = (text: string) => {
  const result = parseJson(text);
  return result.ok ? result.value : result.fault.message;
};

describe('parseJson', () => {
  it('reads back what compactJson and sortedJson wrote', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(parsed(compactJson(value))).toEqual(value);
        expect(compactJson(parsed(compactJson(value)))).toBe(compactJson(value));
        expect(parsed(sortedJson(value))).toEqual(value);
      }),
    );
  });

  it('agrees with JSON.parse on what both read', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(compactJson(parsed(text) as JsonValue))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('takes any text without throwing, and accepts no text that JSON.parse refuses, but NaN and Infinity', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '1',
      '-',
      '.5',
      'e',
      'true',
      ' ',
      '\\',
      'u',
      '\n',
      'a',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const result = parseJson(text);
        let native = true;
        try {
          JSON.parse(text);
        } catch {
          native = false;
        }
        expect(result.ok).toBe(native);
      }),
    );
  });

  // Each message was given by json.loads of Python 3.11.
  it.each([
    ['{"a":1,}', 'Expecting property name enclosed in double quotes: line 1 column 8 (char 7)'],
    ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
    ['[1 2]', "Expecting ',' delimiter: line 1 column 4 (char 3)"],
    ['{"a":1 "b"}', "Expecting ',' delimiter: line 1 column 8 (char 7)"],
    ['["a', 'Unterminated string starting at: line 1 column 2 (char 1)'],
    ['["\\', 'Unterminated string starting at: line 1 column 2 (char 1)'],
    ['["\\x"]', 'Invalid \\escape: line 1 column 3 (char 2)'],
    ['["\\u12g4"]', 'Invalid \\uXXXX escape: line 1 column 4 (char 3)'],
    ['01', 'Extra data: line 1 column 2 (char 1)'],
    ['"😀"\n x', 'Extra data: line 2 column 2 (char 5)'],
    ['["a\tb"]', 'Invalid control character at: line 1 column 4 (char 3)'],
    ['\ufeff1', 'Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)'],
    ['', 'Expecting value: line 1 column 1 (char 0)'],
  ])('%j: %s', (text, message) => {
    expect(parsed(text)).toBe(message);
  });

  it('refuses what would exhaust it', () => {
    expect(parsed('['.repeat(100_000))).toMatch(/^Nested deeper than 500 levels/);
    expect(parsed('1'.repeat(5000))).toMatch(/^Integer of more than 4300 digits/);
  });

  it('keeps the last of equal keys in the first one’s place, and odd keys in order', () => {
    expect([...(parsed('{"10":1,"2":2,"10":3,"__proto__":4}') as Map<string, bigint>)]).toEqual([
      ['10', 3n],
      ['2', 2n],
      ['__proto__', 4n],
    ]);
  });
});

describe('plain values', () => {
  it('keeps big whole numbers and odd keys', () => {
    const value = parsed('{"a":18446744073709551615,"b":[1,1.5],"__proto__":null}') as JsonValue;
    expect(toPlain(value)).toEqual(
      Object.assign(Object.create(null), { a: 18446744073709551615n, b: [1, 1.5] }, JSON.parse('{"__proto__":null}')),
    );
    expect(Object.keys(toPlain(value) as object)).toEqual(['a', 'b', '__proto__']);
  });

  it('makes of any value what JSON.stringify would', () => {
    const value = { a: undefined, b: [undefined, Number.NaN], c: new Map([['x', 1]]), d: -0, e: () => 1, f: 2n ** 70n };
    expect(compactJson(fromPlain(value))).toBe('{"b":[null,null],"c":{"x":1},"d":-0.0,"f":1180591620717411303424}');
  });
});

describe('Python’s words', () => {
  it('names types and shows values as Python does', () => {
    const value = parsed(
      '{"a":[1,1.0,1e-5,null,true,"it\'s","\\"q\\" \'","\\n\\u0085\\u00e9\\u200b\\ud83d\\ude00\\u3000"]}',
    ) as JsonValue;
    expect(pythonRepr(value)).toBe(
      `{'a': [1, 1.0, 1e-05, None, True, "it's", '"q" \\'', '\\n\\x85é\\u200b😀\\u3000']}`,
    );
    expect([value, [], 1n, 1, '', true, null].map(pythonType)).toEqual([
      'dict',
      'list',
      'int',
      'float',
      'str',
      'bool',
      'NoneType',
    ]);
  });

  it('orders by code points', () => {
    expect(['\u{1f600}', '\uffff', 'b', 'a', 'ab', ''].sort(byCodePoint)).toEqual([
      '',
      'a',
      'ab',
      'b',
      '\uffff',
      '\u{1f600}',
    ]);
    expect(byCodePoint('a', 'a')).toBe(0);
  });
});
