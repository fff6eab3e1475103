import { describe, expect, it } from 'vitest';
import { itemKey } from './item-key.js';
import { loopBindings } from './loop-bindings.js';

const loop = { variable: 'state', kind: 'states', at: { line: 1, column: 1 } };
const keys = (list: unknown, key?: string) =>
  loopBindings(key === undefined ? loop : { ...loop, key }, list).map((binding) => binding.key);

describe('loopBindings', () => {
  it('counts a lone value as a list and nothing as none', () => {
    expect(keys('ohio')).toEqual(['ohio']);
    expect(keys(undefined)).toEqual([]);
    expect(keys(null)).toEqual([]);
  });

  it('identifies elements by the declared key, else by themselves, a usual field, or their canonical JSON', () => {
    expect(keys([{ code: 7, name: 'x' }], 'code')).toEqual(['7']);
    expect(keys([{ name: 'x', slug: 'y' }])).toEqual(['y']);
    expect(keys([3, true])).toEqual(['3', 'true']);
    expect(keys([{ b: 1, a: [2] }])).toEqual(['{"a":[2],"b":1}']);
  });

  it('takes the first of several elements with one key', () => {
    expect(
      loopBindings(loop, [
        { id: 'a', n: 1 },
        { id: 'a', n: 2 },
      ]).map(({ value }) => value),
    ).toEqual([{ id: 'a', n: 1 }]);
  });

  it('refuses elements without the key and what is not JSON', () => {
    expect(() => keys([{ name: 'x' }], 'slug')).toThrow('an element of the list of `state` has no `slug`');
    expect(() => keys([() => 1])).toThrow('is not JSON');
  });

  it('joins keys into an item’s key', () => {
    const [ohio] = loopBindings(loop, ['ohio']);
    const [city] = loopBindings({ ...loop, kind: 'states.cities' }, ['dayton']);
    expect(itemKey([])).toBe('');
    expect(itemKey(ohio && city ? [ohio, city] : [])).toBe('ohio/dayton');
  });
});
