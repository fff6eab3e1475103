import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseProcessYaml } from '../parse/parse-process-yaml.js';
import { constructs } from './constructs.js';
import { dimensionsOf } from './dimensions-of.js';

const parse = (text: string) => parseProcessYaml(text, { facts: { states: {} }, parameters: [] });
const step = (id: string, more = '') => `{ step: ${id}, done: { wrote: ${id}.json }${more} }`;

describe('dimensionsOf', () => {
  it.each<[what: string, yaml: string, dimensions: string[]]>([
    ['one step', `process: [${step('a')}]`, ['completeness']],
    ['two steps', `process: [${step('a')}, ${step('b')}]`, ['completeness', 'ordering']],
    [
      'a decision',
      `process: [${step('a')}, { if: a.n > 1, then: [${step('b')}] }]`,
      ['completeness', 'conditionality'],
    ],
    [
      'a decision that leads to undoing something',
      `process: [${step('a')}, { if: a.n > 1, then: [${step('revertIt')}, ${step('logIt')}] }]`,
      ['completeness', 'conditionality', 'ordering', 'errorHandling'],
    ],
    ['structure', `process: [{ if: $count(states) > 1, then: [${step('b')}] }]`, ['completeness']],
    [
      'a repeat',
      `process: [{ repeat: { while: a.n > 1, max: 2 }, do: [${step('a')}] }]`,
      ['completeness', 'conditionality'],
    ],
    [
      'a loop whose path names the item',
      'process: [{ forEach: s in states, do: [{ step: a, done: { wrote: "{s.id}.json" } }] }]',
      ['completeness'],
    ],
    [
      'a loop whose path does not',
      `process: [{ forEach: s in states, do: [${step('a')}] }]`,
      ['completeness', 'granularity'],
    ],
    [
      'a loop with a size bound',
      'process: [{ forEach: s in states, maxWords: 9, do: [{ step: a, done: { wrote: "{s.id}.json" } }] }]',
      ['completeness', 'granularity'],
    ],
    [
      'a loop with a mode',
      'process: [{ forEach: s in states, mode: sequential, do: [{ step: a, done: { wrote: "{s.id}.json" } }] }]',
      ['completeness', 'parallelism'],
    ],
    ['parallel branches', `process: [{ parallel: [[${step('a')}], [${step('b')}]] }]`, ['completeness', 'parallelism']],
    [
      'an aggregate',
      `process: [${step('a')}, ${step('b', ', aggregate: { of: [a], expect: $sum(values.value) }')}]`,
      ['completeness', 'ordering', 'aggregation'],
    ],
    [
      'a try',
      `process: [{ try: [${step('a')}], catch: { on: { requested: GET /x, where: status > 400 }, otherwise: [${step('b')}] } }]`,
      ['completeness', 'errorHandling'],
    ],
    [
      'a split into units',
      `process: [${step('a')}, { forEach: x in a.parts, do: [{ step: b, done: { wrote: "{x.id}.json" } }] }]`,
      ['completeness', 'ordering', 'granularity'],
    ],
  ])('%s', (_, yaml, expected) => {
    expect([...dimensionsOf(parse(yaml))].sort()).toEqual([...expected].sort());
  });
});

describe('constructs', () => {
  it('names every kind of construct once, in a fixed order', () => {
    const text = readFileSync(new URL('../parse/fixtures/every-node.yaml', import.meta.url), 'utf8');
    expect(constructs(parseProcessYaml(text))).toEqual([
      'forEach',
      'parallel',
      'if',
      'repeat',
      'try',
      'call',
      'aggregate',
      'proof',
    ]);
    expect(constructs(parse(`process: [${step('a')}]`))).toEqual([]);
  });
});
