import { expect, it } from 'vitest';
import type { StepNode } from '../ast.js';
import { scopeFor } from './scope-for.js';
import { StepValues } from './step-values.js';

const values = new StepValues();
const ohio = [{ variable: 'state', kind: 'states', key: 'ohio', value: { slug: 'ohio' } }];
values.set('collect', ohio, 4);
const source = {
  facts: { census: { ohio: 5 } },
  parameters: { limit: 3 },
  values,
  process: { steps: new Map<string, StepNode>([['collect', {} as StepNode]]) },
};

it('resolves facts, parameters, steps, loop variables and further names', () => {
  const expected = { state: { slug: 'ohio' }, census: { ohio: 5 }, limit: 3, cycle: 2, collect: 4 };
  expect({ ...scopeFor({ ...source, item: ohio, extra: { cycle: 2 } }) }).toEqual(expected);
  const names = new Set([...Object.keys(expected), 'unknown']);
  expect(scopeFor({ ...source, item: ohio, extra: { cycle: 2 }, names })).toEqual(expected);
});

it('follows the scoping rule outside the loop', () => {
  const names = new Set(['state', 'collect']);
  expect(scopeFor({ ...source, item: [], names })).toEqual({ collect: [4] });
  expect(scopeFor({ ...source, item: [] }).collect).toEqual([4]);
});
