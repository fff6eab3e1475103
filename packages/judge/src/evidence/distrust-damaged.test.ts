import { parseProcessYaml } from '@obey/process';
import type { Unit } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { type Damaged, distrustDamaged } from './distrust-damaged.js';
import { sourcesOf } from './sources-of.js';

const process = parseProcessYaml(
  `process:
  - { step: load, done: { read: input.json } }
  - forEach: page in pages
    mode: parallel
    do:
      - { step: fetch, done: { requested: "GET /{page.id}" }, yields: response.body }
      - if: fetch.size > 3
        then: [{ step: note, done: { wrote: "notes/{page.id}.txt" } }]
  - { step: report, done: { wrote: report.md } }
`,
  { facts: { pages: { key: 'id' } }, parameters: [] },
);

const unit = (group: string, step: string, dimension: Unit['dimension'] = 'completeness'): Unit => ({
  ...{ dimension, group, step, item: '', weight: 1, credit: 1, exercised: true, observable: true },
  ...{ code: 'some', due: '', seen: '', cites: [] },
});

const units = [
  unit('load', 'load'),
  unit('fetch', 'fetch'),
  unit('report', 'report'),
  unit('if#1', 'note', 'conditionality'),
  unit('forEach#1', 'fetch', 'parallelism'),
  unit('forEach#1→report', 'report', 'ordering'),
  unit('unheardOf', '', 'ordering'),
];

const struck = (damaged: Damaged, files: 'workspace' | 'harness' = 'workspace') =>
  distrustDamaged(units, damaged, () => sourcesOf(process, files))
    .filter(({ code }) => code === 'source-damaged')
    .map(({ group }) => group);

describe('distrustDamaged', () => {
  it('leaves everything alone where nothing is damaged', () => {
    expect(distrustDamaged(units, {}, () => sourcesOf(process, 'workspace'))).toBe(units);
  });

  it('strikes what rests on the damaged source, with what its conditions and boundaries rest on', () => {
    expect(struck({ harness: 'gone' })).toEqual(['load', 'unheardOf']);
    expect(struck({ workspace: 'gone' })).toEqual(['report', 'if#1', 'forEach#1', 'forEach#1→report', 'unheardOf']);
    expect(struck({ service: 'gone' })).toEqual(['fetch', 'if#1', 'forEach#1', 'forEach#1→report', 'unheardOf']);
  });

  it('takes the harness for the source of files in an audit', () => {
    expect(struck({ harness: 'gone' }, 'harness')).toEqual([
      ...['load', 'report', 'if#1', 'forEach#1', 'forEach#1→report', 'unheardOf'],
    ]);
  });

  it('says what is wrong, and makes a violation of it', () => {
    const [load] = distrustDamaged(units, { harness: 'it ends early' }, () => sourcesOf(process, 'workspace'));
    expect(load).toMatchObject({
      credit: 0,
      exercised: true,
      observable: true,
      seen: 'the harness record is damaged: it ends early',
    });
  });
});
