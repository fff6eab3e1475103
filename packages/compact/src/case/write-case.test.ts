import { ObeyError } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../model/case.js';
import { copyFloatMarks, markFloat } from './float-marks.js';
import { parseCase } from './parse-case.js';
import { Timestamp } from './timestamp.js';
import { type CaseForm, writeCase } from './write-case.js';

const forms: readonly CaseForm[] = ['fixture', 'file', 'stdout', 'compact'];

function sample(expected: ReadonlyMap<string, unknown>, content = 'x'): Case {
  return {
    case_id: 'a:s18446744073709551615:deasy',
    template_key: 'a',
    template_version: '1.0.0',
    seed: 18446744073709551615n,
    difficulty: 'easy',
    transcript: { turns: [{ id: 0, role: 'user', content, tags: [] }] },
    ground_truth: {
      immutable_facts: [],
      locked_decisions: [],
      forbidden_behaviors: [],
      unresolved_items: [],
      deferred_items: [],
      entity_map: new Map([
        ['10', 'ten'],
        ['2', 'two'],
        ['__proto__', 'odd'],
      ]),
    },
    evaluation_items: [{ key: 'q', item_type: 'planning_soundness', prompt: 'p', expected }],
  };
}

const empty = new Map<string, unknown>();

describe('writeCase', () => {
  it('keeps seeds and the order of keys', () => {
    const text = writeCase(sample(empty), 'compact');
    expect(text).toContain('"seed":18446744073709551615,');
    expect(text).toContain('"entity_map":{"10":"ten","2":"two","__proto__":"odd"}');
    expect(text.endsWith('"expected":{}}]}')).toBe(true);
  });

  it('escapes as each form does', () => {
    const value = sample(empty, 'é 😀 \u007f \u2028 \u0001 "\\/');
    expect(writeCase(value, 'fixture')).toContain(
      '"content": "\\u00e9 \\ud83d\\ude00 \u007f \\u2028 \\u0001 \\"\\\\/"',
    );
    expect(writeCase(value, 'file')).toContain('"content": "é 😀 \u007f \u2028 \\u0001 \\"\\\\/"');
    expect(writeCase(value, 'file').endsWith('\n}\n')).toBe(true);
  });

  it('tells floats from integers', () => {
    const expected = new Map<string, unknown>([
      ['a', 1],
      ['b', 1],
      ['c', 1e-7],
      ['d', 0.00001],
      ['e', 1e16],
      ['f', Number.NaN],
      ['g', -0],
      ['h', 12345678901234567890n],
      ['i', new Timestamp('2024-01-01')],
    ]);
    markFloat(expected, 'b');
    markFloat(expected, 'e');
    expect(writeCase(sample(expected), 'compact')).toContain(
      '{"a":1,"b":1.0,"c":1e-7,"d":0.00001,"e":1e+16,"f":null,"g":-0.0,"h":12345678901234567890,"i":"2024-01-01"}',
    );
    expect(writeCase(sample(expected), 'stdout')).toContain('"c": 1e-07,\n        "d": 1e-05,\n');
    const copy = new Map(expected);
    copyFloatMarks(expected, copy);
    expect(writeCase(sample(copy), 'file')).toBe(writeCase(sample(expected), 'file'));
  });
});

describe('parseCase', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.bigInt(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  );

  it('gives back the same bytes from every form', () => {
    const anything = fc.dictionary(fc.string(), fc.oneof(scalar, fc.array(scalar)), { maxKeys: 6 });
    fc.assert(
      fc.property(anything, fc.string({ unit: 'binary' }), fc.constantFrom(...forms), (object, content, form) => {
        const text = writeCase(sample(new Map(Object.entries(object)), content), form);
        expect(writeCase(parseCase(text), form)).toBe(text);
      }),
    );
  });

  it('takes a case of an older writer, without deferred items', () => {
    const text = writeCase(sample(empty), 'file').replace(/ +"deferred_items": \[\],\n/, '');
    expect(parseCase(text).ground_truth.deferred_items).toEqual([]);
  });

  it.each([
    ['', /no JSON/],
    ['[]', /the case/],
    ['{"seed": 1.5}', /case_id/],
    [
      writeCase(sample(empty), 'compact').replace('"seed":18446744073709551615', '"seed":1.5'),
      /seed: expected an integer/,
    ],
    [writeCase(sample(empty), 'compact').replace('"ten"', '10'), /entity_map: expected an object of strings/],
    [writeCase(sample(empty), 'compact').replace('planning_soundness', 'other'), /evaluation_items\.0\.item_type/],
    [writeCase(sample(empty), 'compact').replace('"tags":[]', '"tags":[],"tag":1'), /transcript\.turns\.0/],
  ])('says in one line what is wrong with %j', (text, message) => {
    const attempt = () => parseCase(text, 'a.json');
    expect(attempt).toThrow(ObeyError);
    expect(attempt).toThrow(message);
  });

  it('throws nothing untyped at torn text', () => {
    const text = writeCase(sample(new Map<string, unknown>([['a', [1, 2.5, '\u00e9']]])), 'fixture');
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(30), fc.string(), (at, cut, put) => {
        try {
          parseCase(text.slice(0, at) + put + text.slice(at + cut));
        } catch (error) {
          expect(ObeyError.isInstance(error)).toBe(true);
        }
      }),
    );
  });
});
