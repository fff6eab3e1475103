import { taskSchema } from '@obey/schema';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { taskMetadata } from './metadata.js';

const metadataOf = (text: string) =>
  taskMetadata(
    taskSchema.parse({
      id: 'a',
      version: '1.0.0',
      title: 'A',
      domain: 'a',
      limits: { minutes: 1 },
      network: 'none',
      ...parse(text),
    }),
  );
it('finds one step and nothing else', () => {
  const metadata = metadataOf('process: [{ step: one, done: { wrote: a.txt } }]');
  expect(metadata).toEqual({ constructs: [], dimensions: ['completeness'], complexity: 0, steps: 1 });
});

it('finds every construct at any depth, and the dimensions that it brings', () => {
  const metadata = metadataOf(`
process:
  - { step: load, done: { read: input.json } }
  - forEach: town in towns
    mode: parallel
    do:
      - try: [{ step: visit, done: { wrote: a.txt }, proof: { token: reference } }]
        catch:
          on: { requested: GET /x }
          otherwise: [{ if: load > 3, then: [{ step: note, done: { wrote: b.txt } }] }]
  - { repeat: { while: visit > 1, max: 2 }, do: [{ call: refine }] }
  - { step: sum, done: { wrote: c.txt }, aggregate: { of: [visit], expect: $sum(values.value) } }
procedures:
  refine:
    params: []
    do: [{ parallel: [[{ step: left, done: { wrote: d.txt } }], [{ step: right, done: { wrote: e.txt } }]] }]
`);
  expect(metadata).toEqual({
    constructs: ['forEach', 'parallel', 'if', 'repeat', 'try', 'call', 'aggregate', 'proof'],
    dimensions: [
      'completeness',
      'ordering',
      'conditionality',
      'parallelism',
      'granularity',
      'aggregation',
      'errorHandling',
    ],
    complexity: 8,
    steps: 6,
  });
});

it('takes a condition that names no step for structure', () => {
  const structural = metadataOf(`
process:
  - { step: load, done: { read: input.json } }
  - { if: town.size > 3, then: [{ step: note, done: { wrote: a.txt } }] }
`);
  expect(structural.dimensions).toEqual(['completeness', 'ordering']);
  expect(structural.constructs).toEqual(['if']);
});
