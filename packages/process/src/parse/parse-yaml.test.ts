import { taskSchema } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { InputError } from './input-error.js';
import { parseYaml } from './parse-yaml.js';
import { readYamlFile } from './yaml-file.js';

const task = `id: two-notes
version: 1.0.0
title: Two notes
domain: writing
limits: { minutes: 5 }
network: none
parameters:
  size: { type: integer, easy: 1, medium: 2, hard: 3, elite: 4 }
services:
  shop: { latencyMs: [1, 2] }
process:
  - forEach: x in xs
    do:
      - step: note
        done: { wrote: "notes/{x}.md" }
evaluation:
  correctness:
    - { id: right, of: note, check: isRight }
`;

function linesOf(text: string, schema: z.core.$ZodType = taskSchema): readonly string[] {
  try {
    parseYaml(text, schema, { code: 'task-invalid', file: 't.yaml' });
  } catch (thrown) {
    if (thrown instanceof InputError && thrown.code === 'task-invalid') return thrown.lines;
    throw thrown;
  }
  return [];
}

describe('parseYaml', () => {
  it('gives the value that the schema made, and places', () => {
    const { value, yaml } = parseYaml(task, taskSchema, { code: 'task-invalid' });
    expect(value.suite).toEqual([]);
    expect(yaml.placeOf(['process', 0, 'do', 0, 'done', 'wrote'])).toEqual({ line: 15, column: 24 });
    expect(yaml.placeOf(['process', 0, 'do'], { key: true })).toEqual({ line: 13, column: 5 });
    expect(yaml.placeOf(['process', 7, 'absent'])).toEqual({ line: 12, column: 3 });
  });

  it.each<[what: string, from: string, to: string, line: string]>([
    ['a wrong type', 'minutes: 5', 'minutes: five', 't.yaml:5:20: `minutes`: expected a number, got the text "five"'],
    ['a missing field', 'title: Two notes\n', '', 't.yaml:1:1: `title` is missing: expected text'],
    [
      'an unknown field',
      'network: none',
      'netwrok: none',
      't.yaml:6:1: unknown key `netwrok`; did you mean `network`?',
    ],
    [
      'a value out of its set',
      'network: none',
      'network: some',
      't.yaml:6:10: `network`: expected one of `none`, `world`, `open`, got the text "some"',
    ],
    [
      'a wrong format',
      'id: two-notes',
      'id: Two notes',
      't.yaml:1:5: `id`: expected a kebab-case name, got the text "Two notes"',
    ],
    ['a wrong name', '  shop:', '  Shop:', 't.yaml:10:3: `Shop`: expected a kebab-case name'],
    ['a number out of bounds', 'minutes: 5', 'minutes: 0', 't.yaml:5:20: `minutes`: expected more than 0, got 0'],
    [
      'a list that is too short',
      '[1, 2]',
      '[1]',
      't.yaml:10:22: `latencyMs`: expected at least 2 elements, got a list',
    ],
    [
      'a scalar union',
      'easy: 1',
      'easy: [1]',
      't.yaml:8:32: `easy`: expected a number or text or true or false, got a list',
    ],
    [
      'an unknown matcher',
      'wrote:',
      'wroet:',
      't.yaml:15:15: `done`: expected a mapping with one of `wrote`, `edited`, `deleted`, `read`, `requested`, `ran`, `called`, `delegated`, `replied`, `anyOf` or `allOf`; did you mean `wrote`?',
    ],
    [
      'a node of two kinds',
      'step: note',
      'step: note\n        forEach: y in ys',
      't.yaml:15:9: `forEach` cannot stand here beside the others; a mapping has only one of such words; make them two',
    ],
    ['an unknown key deep in a node', 'done: {', 'dnoe: {', 't.yaml:15:9: unknown key `dnoe`; did you mean `done`?'],
    ['a missing quote', '"notes/{x}.md"', '"notes/{x}.md', 't.yaml:19:1: invalid YAML: Missing closing "quote'],
    [
      'a key that stands twice',
      'network: none',
      'network: none\nid: other',
      't.yaml:7:1: this key stands twice in one mapping',
    ],
    ['an alias', 'title: Two notes', 'title: &a Two notes\nsummary: *a', 't.yaml:4:10: an alias; write the value out'],
    ['nothing', task, '', 't.yaml:1:1: the file: expected a mapping, got nothing'],
    [
      'an unquoted comma',
      'wrote: "notes/{x}.md"',
      'replied: true, where: $contains(text, x)',
      't.yaml:15:55: unknown key `x)`; put a text that holds a comma in quotes',
    ],
  ])('says what is wrong: %s', (_, from, to, line) => {
    expect(linesOf(task.replace(from, to))[0]).toBe(line);
  });

  it('reports everything at once, in the order of the file', () => {
    const lines = linesOf(
      task.replace('network: none', 'netwrok: none').replace('title: Two', 'title: [Two'.slice(0, 7)),
    );
    expect(lines.map((line) => line.replace(/: .*/, ''))).toEqual(
      [...lines.map((line) => line.replace(/: .*/, ''))].sort(),
    );
    expect(lines).toContain('t.yaml:6:1: unknown key `netwrok`; did you mean `network`?');
  });

  it('gives one placed line for every field of a task that is wrong in turn', () => {
    const value: unknown = parse(task);
    const wrong = fc.constantFrom<unknown>(
      undefined,
      null,
      7.5,
      -1,
      '',
      'wrong thing',
      [],
      {},
      { nope: 1 },
      [[1]],
      true,
    );
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(value)), wrong, (path, replacement) => {
        const lines = linesOf(stringify(replaced(value, path, replacement)));
        for (const line of lines)
          expect(line).toMatch(/^t\.yaml:\d+:\d+: .*(expected|unknown key|stand in one mapping|`)/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('readYamlFile', () => {
  it('finds a character of a text in quotes, plain, or in a block', () => {
    const yaml = readYamlFile('a: \'x > 1\'\nb: x > 1\nc: >\n  x > 1\nd: "x\\tz"\n');
    expect(yaml.placeInText(['a'], 4)).toEqual({ line: 1, column: 9 });
    expect(yaml.placeInText(['b'], 4)).toEqual({ line: 2, column: 8 });
    expect(yaml.placeInText(['c'], 4)).toEqual({ line: 3, column: 4 });
    expect(yaml.placeInText(['d'], 2)).toEqual({ line: 5, column: 4 });
  });

  it('works for schemas of any kind', () => {
    const schema = z.strictObject({ n: z.union([z.strictObject({ a: z.int() }), z.strictObject({ b: z.string() })]) });
    expect(linesOf('n: { b: 1 }', schema)).toEqual(['t.yaml:1:9: `b`: expected text, got 1']);
    expect(linesOf('n: { a: 1.5 }', schema)).toEqual(['t.yaml:1:9: `a`: expected a whole number, got 1.5']);
    expect(linesOf('n: { c: 1 }', schema)).toEqual(['t.yaml:1:4: `n`: expected a mapping with one of `a` or `b`']);
    expect(linesOf('n: 1', schema)).toEqual(['t.yaml:1:4: `n`: expected a mapping with one of `a` or `b`, got 1']);
  });
});

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.flatMap(([name, inner]) => {
    const own = [...path, Array.isArray(value) ? Number(name) : name];
    return [own, ...pathsIn(inner, own)];
  });
}

function replaced(value: unknown, [first, ...rest]: Path, replacement: unknown): unknown {
  if (first === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((inner: unknown, index) => (index === first ? replaced(inner, rest, replacement) : inner));
  const fields = Object.entries(value as object).map(([name, inner]) => [
    name,
    name === first ? replaced(inner, rest, replacement) : inner,
  ]);
  return Object.fromEntries(fields);
}
