import { readFileSync } from 'node:fs';
import { ObeyError } from '@obey/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node, Process } from '../ast.js';
import { everyNode } from '../tree/walk-nodes.js';
import { InputError } from './input-error.js';
import { parseProcess } from './parse-process.js';
import { parseProcessYaml } from './parse-process-yaml.js';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.yaml`, import.meta.url), 'utf8');
const everyNodeYaml = fixture('every-node');
const nodes = (process: Process): Node[] => [...everyNode(process)];

describe('parseProcessYaml', () => {
  const process = parseProcessYaml(everyNodeYaml);
  const byId = new Map(nodes(process).map((node) => [node.id, node]));
  const find = <Type extends Node['type']>(type: Type, id: string) => {
    const node = byId.get(id);
    if (node?.type !== type) throw new Error(`no ${type} ${id}`);
    return node as Extract<Node, { type: Type }>;
  };

  it('gives every node an id in textual order, those of procedures with their prefix', () => {
    expect(nodes(process).map(({ id }) => id)).toEqual([
      'split',
      'forEach#1',
      'brief',
      'forEach#2',
      'visit',
      'parallel#1',
      'forEach#3',
      'translate',
      'call#1',
      'index',
      'repeat#1',
      'check',
      'if#1',
      'repair',
      'note',
      'if#2',
      'try#1',
      'upload',
      'reset',
      'giveUp',
      'summary',
      'answer',
      'score',
      'refine.forEach#1',
      'refine.call#1',
    ]);
    expect([...process.steps.keys()]).toEqual(
      nodes(process).flatMap((node) => (node.type === 'step' ? [node.id] : [])),
    );
  });

  it('says where each node stands', () => {
    const lines = everyNodeYaml.split('\n');
    for (const node of nodes(process)) {
      const { line, column } = node.at;
      const key = {
        parallel: 'parallel',
        call: 'call',
        step: 'step',
        if: 'if',
        try: 'try',
        repeat: 'repeat',
        forEach: 'forEach',
      }[node.type];
      expect(lines[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^${key}:`));
    }
  });

  it('resolves what loops bind', () => {
    const loops = nodes(process).flatMap((node) => (node.type === 'forEach' ? [node] : []));
    expect(
      loops.map(({ id, variable, kind, key, mode, unit, maxWords }) => ({
        id,
        variable,
        kind,
        key,
        mode,
        unit,
        maxWords,
      })),
    ).toEqual([
      { id: 'forEach#1', variable: 'country', kind: 'countries', key: 'code', mode: 'sequential', unit: 'agent' },
      { id: 'forEach#2', variable: 'city', kind: 'countries.cities', key: 'slug', mode: 'parallel', unit: 'request' },
      { id: 'forEach#3', variable: 'chapter', kind: 'split.chapters', mode: 'any', unit: 'artifact', maxWords: 600 },
      { id: 'refine.forEach#1', variable: 'part', kind: 'refine.section.parts', mode: 'any', unit: 'artifact' },
    ]);
    expect(find('step', 'visit').variables).toEqual([
      { name: 'country', kind: 'countries' },
      { name: 'city', kind: 'countries.cities' },
    ]);
    expect([find('step', 'visit').unit, find('step', 'brief').unit, find('step', 'score').unit]).toEqual([
      'request',
      'agent',
      undefined,
    ]);
    expect([...find('forEach', 'forEach#3').list.steps]).toEqual(['split']);
  });

  it('takes the key that the fact declares for a list inside another', () => {
    const own = everyNodeYaml.replace('        key: slug\n', '');
    const loop = nodes(parseProcessYaml(own)).find(({ id }) => id === 'forEach#2');
    expect(loop).toMatchObject({ key: 'id' });
  });

  it('builds every kind of evidence', () => {
    expect(find('step', 'visit')).toMatchObject({
      started: {
        type: 'requested',
        method: 'GET',
        service: 'atlas',
        path: { source: '/{country.code}/cities/{city.slug}' },
      },
      done: {
        type: 'anyOf',
        of: [{ type: 'wrote' }, { type: 'edited', where: { source: '$contains(text, $city.slug)' } }],
      },
      yields: { type: 'file' },
      proof: { token: 'token', fields: ['people', 'name'] },
      reads: [{ source: 'input/rules.md' }, { source: 'input/names.md' }],
      optional: false,
    });
    expect(find('step', 'index')).toMatchObject({
      done: { type: 'ran', command: { source: 'npm run index *' } },
      atMost: 2,
    });
    expect(find('step', 'check')).toMatchObject({
      done: { type: 'called', tool: { source: 'checker' }, with: { path: { source: 'work/*' } } },
    });
    expect(find('step', 'repair')).toMatchObject({ done: { type: 'deleted' } });
    expect(find('step', 'brief')).toMatchObject({
      done: { type: 'delegated', agent: { source: '*' } },
      optional: true,
    });
    expect(find('step', 'answer')).toMatchObject({ done: { type: 'replied' }, yields: { type: 'reply' } });
    expect(find('step', 'upload')).toMatchObject({ yields: { type: 'response' } });
    expect(find('step', 'summary').aggregate).toMatchObject({ of: ['visit'], tolerance: 1, uses: 'sources' });
  });

  it('tells structure from decisions', () => {
    expect([find('if', 'if#1').structural, find('if', 'if#2').structural]).toEqual([false, true]);
    expect([...find('if', 'if#1').condition.steps]).toEqual(['check']);
    expect([...find('repeat', 'repeat#1').while.names].sort()).toEqual(['check', 'cycle', 'most']);
  });

  it('binds the same item in a procedure as at its calls, where all agree', () => {
    const calls = (second: string) => `
process:
  - forEach: a in states
    do: [{ call: p, with: { state: a } }]
  - forEach: b in ${second}
    do: [{ call: p, with: { state: b } }]
procedures:
  p: { params: [state], do: [{ step: s, done: { wrote: "{state.slug}.json" } }, { call: q, with: { inner: state } }] }
  q: { params: [inner], do: [{ step: t, done: { wrote: "{inner.slug}.txt" } }] }
`;
    const kinds = (second: string) =>
      [...parseProcessYaml(calls(second), { facts: { states: {}, others: {} } }).steps.values()].map(
        ({ variables }) => variables[0]?.kind,
      );
    expect(kinds('states[size > 3]')).toEqual(['states', 'states']);
    expect(kinds('$filter(states, function($s) { $s.size > 3 })')).toEqual(['states', 'states']);
    expect(kinds('others')).toEqual(['p.state', 'p.state']);
  });

  it('reads the whole process of the design', () => {
    const { steps } = parseProcessYaml(fixture('us-states'), {
      facts: { states: { key: 'slug' }, regions: { key: 'id' } },
    });
    expect([...steps.keys()]).toEqual([
      'load',
      'collect',
      'reportMissing',
      'census',
      'flag',
      'collectAgain',
      'summarizeRegion',
      'report',
    ]);
  });

  it('reads a process that is a value already', () => {
    const step = { step: 'a', done: { wrote: 'a.json' } };
    expect([...parseProcess({ process: [step] }).steps.keys()]).toEqual(['a']);
    expect(() => parseProcess({ process: [step, step] })).toThrow('duplicate step `a`');
    expect(() => parseProcess({ process: 7 })).toThrow('`process`: expected a list of nodes');
  });

  it('never throws anything but its own error, whatever the text', () => {
    const count = fuzzRuns();
    const texts = [everyNodeYaml, fixture('us-states')];
    const cut = fc.record({ text: fc.constantFrom(...texts), at: fc.nat(4000), length: fc.nat(40), insert: fragment });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (cuts) => {
        const text = cuts.reduce(
          (before, { at, length, insert }) =>
            before.slice(0, at % before.length) + insert + before.slice((at % before.length) + length),
          cuts[0]?.text ?? '',
        );
        expect(onlyInputErrors(text)).toBe(true);
      }),
      { numRuns: count },
    );
    fc.assert(
      fc.property(fc.string(), (text) => onlyInputErrors(`process: ${text}`)),
      { numRuns: count },
    );
  });

  it('survives nesting without end, aliases and huge scalars', () => {
    for (const text of [
      `process: ${'['.repeat(20_000)}`,
      `process: ${'[{do: '.repeat(3_000)}`,
      'process: &a [*a]',
      `process: ${'x'.repeat(1_000_000)}`,
      '\u0000',
      '- process\n- x',
      `process:\n${'  '.repeat(1)}- if: ${'('.repeat(5_000)}a\n    then: []`,
    ]) {
      expect(onlyInputErrors(text)).toBe(true);
    }
  });
});

const fragment = fc.oneof(
  fc.constantFrom(
    '',
    '\n',
    ' ',
    ':',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '&a ',
    '*a',
    '|',
    '>',
    '#',
    '$',
    '@',
    '%',
    '!!int ',
    '<<: ',
    '~',
    '0x',
    '\t',
  ),
  fc.constantFrom(
    'step',
    'do',
    'then',
    'try',
    'forEach',
    'state in states',
    'call',
    'refine',
    'where',
    'null',
    '9e999',
    '__proto__',
    'constructor',
  ),
  fc.string({ maxLength: 8 }),
);

function fuzzRuns(): number {
  return globalThis.process.env.OBEY_FULL === '1' ? 5_000 : 200;
}

function onlyInputErrors(text: string): boolean {
  try {
    parseProcessYaml(text, { facts: { states: { key: 'slug' }, regions: {} }, parameters: [] });
  } catch (thrown) {
    if (!(thrown instanceof InputError) || !ObeyError.isInstance(thrown)) throw thrown;
    const { line = 0, column = 0 } = thrown.at ?? {};
    return line >= 1 && column >= 1 && thrown.message !== '' && !thrown.line.includes('\n');
  }
  return true;
}
