import { ObeyError } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Timestamp } from '../case/timestamp.js';
import { yamlData } from './yaml-data.js';
import { readPlainScalar } from './yaml-scalar.js';
import { readYamlSource } from './yaml-source.js';

const read = (text: string) => yamlData(readYamlSource(text).root, [[]]);
const value = (text: string) => (read(`a: ${text}`) as Map<string, unknown>).get('a');

function lineOf(text: string): string {
  try {
    readYamlSource(text, 'a.yaml');
    return 'ok';
  } catch (error) {
    return ObeyError.isInstance(error) ? error.line : `untyped: ${String(error)}`;
  }
}

describe('plain scalars', () => {
  it.each<[string, unknown]>([
    ['yes', 'yes'],
    ['no', 'no'],
    ['on', 'on'],
    ['off', 'off'],
    ['true', true],
    ['False', false],
    ['tRUE', 'tRUE'],
    ['~', null],
    ['Null', null],
    ['0o10', 8],
    ['0x3', 3],
    ['-0x1F', -31],
    ['0b11', 3],
    ['010', 10],
    ['1_0', 10],
    ['-_1', -1],
    ['_1', '_1'],
    ['0o8', '0o8'],
    ['0O10', '0O10'],
    ['+5', 5],
    ['-0', 0],
    ['123456789012345678901234567890', 123456789012345678901234567890n],
    ['1e1', 10],
    ['1.', 1],
    ['.5', 0.5],
    ['.5e1', '.5e1'],
    ['.5e+1', 5],
    ['1_000.5e1', 10005],
    ['.inf', Infinity],
    ['-.INF', -Infinity],
    ['.NaN', Number.NaN],
    ['inf', 'inf'],
    ['190:20:30', '190:20:30'],
    ['1.0.0', '1.0.0'],
    ['2024-1-1', '2024-1-1'],
    ['2024-01-01', new Timestamp('2024-01-01')],
    ['2024-01-01T10:20:30', new Timestamp('2024-01-01T10:20:30')],
    ['2024-1-1 1:02:03', new Timestamp('2024-01-01T01:02:03')],
    ['2024-01-01 10:20:30 -5', new Timestamp('2024-01-01T10:20:30-05:00')],
    ['2024-01-01 10:20:30.5 +1:30', new Timestamp('2024-01-01T10:20:30.500000+01:30')],
    ['2024-12-31t23:59:59.9999996Z', new Timestamp('2025-01-01T00:00:00Z')],
    ['2024-01-01T10:20', '2024-01-01T10:20'],
    ['!!str 1', '1'],
    ['!!int "3"', 3],
    ['!!bool "on"', true],
    ['!!null x', null],
    ['"1"', '1'],
    ["'true'", 'true'],
    ['', null],
  ])('reads %s', (text, expected) => expect(value(text)).toEqual(expected));

  it('tells floats from integers', () => {
    expect(['1', '1.0', '1e1', '0x3', '.5'].map((text) => readPlainScalar(text)?.float)).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe('documents', () => {
  it.each([
    ['\ufeffa: 1', { a: 1 }],
    ['a: 1\r\nb: [1,\r\n  2]\r\n', { a: 1, b: [1, 2] }],
    ['a: |\r\n  x\r\n  y\r\n', { a: 'x\ny\n' }],
    ['a: |\n  x', { a: 'x' }],
    ['a: |\n  x\n', { a: 'x\n' }],
    ['a: &n [x]\nb: *n', { a: ['x'], b: ['x'] }],
    ['a: &n 1\nb: &n 2\nc: *n', { a: 1, b: 2, c: 2 }],
    ['k: 0\n<<: {p: 1, k: 9}\np: 5', { p: 5, k: 0 }],
    ['a: {"b":1}', { a: '{"b":1}' }],
    ['---\na: 1\n...\n', { a: 1 }],
    ['a: [x,\ty]', { a: ['x', 'y'] }],
    ['a: "x\ty" #\tz', { a: 'x\ty' }],
    ['a: |\n  x\ty', { a: 'x\ty' }],
  ])('reads %j', (text, expected) => {
    const plain = (data: unknown): unknown =>
      data instanceof Map
        ? Object.fromEntries([...data].map(([key, member]) => [key, plain(member)]))
        : Array.isArray(data)
          ? data.map(plain)
          : data;
    const wanted = text.includes('"b"') ? { a: { b: 1 } } : expected;
    expect(JSON.stringify(plain(read(text)))).toBe(JSON.stringify(wanted));
  });

  it.each([
    ['a: 1\na: 2', 'a.yaml:2:1: the key "a" stands twice in one mapping'],
    ['1: a\n01: b', 'a.yaml:2:1: the key "1" stands twice in one mapping'],
    ['a: 1\n---\nb: 2', 'a.yaml:2:1: a second document; a template file is one document'],
    ['a: 1\n\tb: 2', 'a.yaml:2:1: a tab where only blanks may stand; indent and separate with blanks'],
    ['a:\tx', 'a.yaml:1:3: a tab where only blanks may stand; indent and separate with blanks'],
    ['a: x\ty', 'a.yaml:1:5: a tab where only blanks may stand; indent and separate with blanks'],
    ['é: 1\na: *n', 'a.yaml:2:4: no anchor &n stands before the alias *n'],
    ['a: &n [*n]', 'a.yaml:1:8: the alias *n stands within what it repeats'],
    ['a: 2024-02-30', 'a.yaml:1:4: 2024-02-30 stands for something else than its text; put it in quotes'],
    ['a: !thing x', 'a.yaml:1:11: the type !thing cannot stand here; write the value without a type'],
    ['a: !!int x', 'a.yaml:1:10: expected a text of the type int, found "x"'],
    ['%YAML 1.1\n---\na: 1', 'a.yaml:1:1: another version: %YAML 1.1; templates are YAML 1.2'],
    ['a: "\u0007"', 'a.yaml:1:5: the character U+0007 must not stand in YAML; write it as an escape in double quotes'],
    [
      'a: "\\ud83d\\ude00"',
      'a.yaml:1:4: half of a surrogate pair, which is no character; write it as \\U and eight digits',
    ],
    ['? [a]\n: 1', 'a.yaml:1:3: a key must be text, not a list or mapping'],
    ['a: <<', 'a.yaml:1:4: << stands for something else than its text; put it in quotes'],
    ['<<: 1', 'a.yaml:1:5: "<<" takes a mapping or a list of mappings'],
  ])('refuses %j in one line', (text, line) => expect(lineOf(text)).toBe(line));

  it('refuses what grows or nests without end', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i += 1) bomb.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(10)}]`);
    expect(lineOf(bomb.join('\n'))).toMatch(/more than 200000 values/);
    for (const nested of ['['.repeat(5000), `a: ${'{a: '.repeat(5000)}`, '- '.repeat(20_000)]) {
      expect(lineOf(nested)).toMatch(/^a\.yaml:\d+:\d+: /);
    }
  });

  it('throws nothing untyped at any text', () => {
    const unit = fc.constantFrom(
      ...':-?|>&*!%#,[]{}"\'\\ \n\t\r~=<a0.',
      '- ',
      ': ',
      '\n  ',
      '!!',
      '\ud800',
      '\u0085',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        expect(lineOf(units.join(''))).toMatch(/^(ok|a\.yaml:\d+:\d+: .*)$/u);
      }),
      { numRuns: process.env.OBEY_FULL === '1' ? 20_000 : 500 },
    );
  });
});
