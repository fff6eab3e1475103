import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaskSummary } from '../task-summary.js';
import { selectTasks } from './select-tasks.js';

const summary = (id: string, more: Partial<TaskSummary>): TaskSummary => ({
  id,
  version: '1.0.0',
  title: id,
  suite: [],
  domain: 'general',
  skills: [],
  tags: [],
  licence: 'CC0-1.0',
  network: 'none',
  minutes: 5,
  parameters: {},
  constructs: [],
  dimensions: ['completeness'],
  complexity: 0,
  steps: 2,
  folder: `/${id}`,
  ...more,
});
const tasks = [
  summary('us-states', {
    suite: ['core'],
    domain: 'data-collection',
    tags: ['map-reduce'],
    constructs: ['forEach', 'if', 'try'],
    complexity: 3,
    network: 'world',
  }),
  summary('smoke-if', {
    suite: ['smoke'],
    skills: ['json'],
    constructs: ['if'],
    complexity: 1,
    dimensions: ['completeness', 'conditionality'],
  }),
  summary('smoke-sequence', { suite: ['smoke'], skills: ['json', 'markdown'] }),
  summary('book', { suite: ['core'], domain: 'translation', minutes: 90, complexity: 2 }),
];
const ids = (selection: string) => selectTasks(tasks, selection).map(({ id }) => id);
const line = (selection: string): string => {
  try {
    return ids(selection).join(' ');
  } catch (error) {
    return (error as { line: string }).line;
  }
};

describe('selectTasks', () => {
  it('asks about every field', () => {
    expect(ids('suite:smoke')).toEqual(['smoke-if', 'smoke-sequence']);
    expect(ids('domain:translation')).toEqual(['book']);
    expect(ids('skill:markdown')).toEqual(['smoke-sequence']);
    expect(ids('tag:map-reduce')).toEqual(['us-states']);
    expect(ids('has:IF')).toEqual(['us-states', 'smoke-if']);
    expect(ids('dimension:conditionality')).toEqual(['smoke-if']);
    expect(ids('network:world')).toEqual(['us-states']);
    expect(ids('id:smoke-*')).toEqual(['smoke-if', 'smoke-sequence']);
    expect(ids('complexity>=2')).toEqual(['us-states', 'book']);
    expect(ids('minutes < 10')).toEqual(['us-states', 'smoke-if', 'smoke-sequence']);
    expect(ids('steps != 2')).toEqual([]);
    expect(ids('complexity:1')).toEqual(['smoke-if']);
  });

  it('takes a lone word for an id or a suite', () => {
    expect(ids('smoke')).toEqual(['smoke-if', 'smoke-sequence']);
    expect(ids('us-states or book')).toEqual(['us-states', 'book']);
    expect(ids('"us-states"')).toEqual(['us-states']);
    expect(ids('nothing-of-the-kind')).toEqual([]);
  });

  it('combines, with `not` before `and` before `or`', () => {
    expect(ids('has:if and complexity>=3')).toEqual(['us-states']);
    expect(ids('book or smoke and has:if')).toEqual(['smoke-if', 'book']);
    expect(ids('(book or smoke) and has:if')).toEqual(['smoke-if']);
    expect(ids('not smoke and not book')).toEqual(['us-states']);
    expect(ids('NOT (smoke OR core)')).toEqual([]);
    expect(ids('not not book')).toEqual(['book']);
  });

  it('says in which column it was not understood, and what may be meant', () => {
    expect(line('domian:translation')).toBe(
      'selection `domian:translation`, column 1: unknown field `domian`; did you mean `domain`?',
    );
    expect(line('smoke and has:of')).toBe(
      'selection `smoke and has:of`, column 15: `has` knows no `of`; did you mean `if`?',
    );
    expect(line('  suite:smoke book')).toContain('column 15: unexpected `book`; `and` or `or` stands between');
    expect(line('(smoke')).toContain('column 7: a bracket is not closed');
    expect(line('smoke)')).toContain('column 6: unexpected `)`');
    expect(line('smoke and')).toContain('column 10: a condition was expected, not the end');
    expect(line('')).toContain('column 1: a condition was expected');
    expect(line('suite:')).toContain('column 7: a value was expected after `suite:`');
    expect(line('suite>smoke')).toContain('column 6: `suite` is no number; write suite:smoke');
    expect(line('complexity>=many')).toContain('column 13: `complexity` is compared with a number, not `many`');
    expect(line('smoke & book')).toContain('column 7: unexpected `&`');
    expect(line('constructor:x')).toContain('unknown field `constructor`');
    expect(line('('.repeat(5_000))).toContain('nested too deeply');
  });

  it('obeys the laws of logic', () => {
    const atom = fc.constantFrom('smoke', 'has:if', 'complexity>=2', 'domain:translation', 'us-*', 'not book');
    fc.assert(
      fc.property(atom, atom, atom, (a, b, c) => {
        expect(ids(`not (${a} or ${b})`)).toEqual(ids(`not (${a}) and not (${b})`));
        expect(ids(`${a} and (${b} or ${c})`)).toEqual(ids(`${a} and ${b} or ${a} and ${c}`));
        expect(ids(`${a} or not (${a})`)).toHaveLength(tasks.length);
      }),
      { numRuns: 100 },
    );
  });

  it('reads or refuses any text, never otherwise', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('smoke', 'and', 'or', 'not', '(', ')', ':', '>=', '"x"', '3'))
            .map((words) => words.join(' ')),
        ),
        (text) => {
          expect(typeof line(text)).toBe('string');
        },
      ),
      { numRuns: process.env.OBEY_FULL === '1' ? 5_000 : 300 },
    );
  });
});
