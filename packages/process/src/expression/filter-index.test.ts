import { describe, expect, it } from 'vitest';
import { FilterIndex } from './filter-index.js';
import { parseExpression } from './parse-expression.js';

const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id, key: `k${id % 5}` }));
const keyOf = (element: unknown) => (element as { key: unknown }).key;

describe('FilterIndex', () => {
  it('asks for every key once, however often a list is filtered', () => {
    const index = new FilterIndex();
    const list = rows(100);
    let asked = 0;
    const counted = (element: unknown) => {
      asked += 1;
      return keyOf(element);
    };
    expect(index.find(list, 'k1', counted)).toBeUndefined();
    for (let time = 0; time < 50; time++) expect(index.find(list, `k${time % 5}`, counted)).toHaveLength(20);
    expect(index.find(list, 'absent', counted)).toEqual([]);
    expect(asked).toBe(100);
  });

  it('starts anew when a list has grown', () => {
    const index = new FilterIndex();
    const list: unknown[] = rows(10);
    index.find(list, 'k1', keyOf);
    expect(index.find(list, 'k1', keyOf)).toHaveLength(2);
    list.push({ id: 10, key: 'k1' });
    expect(index.find(list, 'k1', keyOf)).toBeUndefined();
    expect(index.find(list, 'k1', keyOf)).toHaveLength(3);
  });

  it('leaves keys that are no scalars to a scan', () => {
    const index = new FilterIndex();
    const list = [...rows(10), { id: 11, key: ['k1'] }];
    index.find(list, 'k1', keyOf);
    expect(index.find(list, 'k1', keyOf)).toBeUndefined();
    expect(index.find(rows(10), {}, keyOf)).toBeUndefined();
  });
});

it('answers a filter the same before and after it is grouped', () => {
  const { evaluateSync } = parseExpression('list[key = $wanted].id');
  const list = rows(20);
  const answers = [0, 1, 2].map(() => evaluateSync?.({ list, wanted: 'k3' }));
  expect(answers).toEqual([
    [3, 8, 13, 18],
    [3, 8, 13, 18],
    [3, 8, 13, 18],
  ]);
  expect(evaluateSync?.({ list, wanted: 'k9' })).toBeUndefined();
  expect(evaluateSync?.({ list })).toBeUndefined();
});
