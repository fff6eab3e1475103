import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Binding, Item } from '../ast.js';
import { aggregateInputs } from './aggregate-inputs.js';
import { itemKey } from './item-key.js';
import { StepValues } from './step-values.js';

const bind = (kind: string, key: string, variable = kind): Binding => ({ variable, kind, key, value: { id: key } });
const state = (key: string, variable = 'state') => bind('states', key, variable);
const city = (key: string) => bind('states.cities', key, 'city');

describe('StepValues', () => {
  it('gives one value where the same item is bound, whatever the loop variable is called', () => {
    const values = new StepValues();
    values.set('collect', [state('ohio')], 1);
    values.set('collect', [state('iowa')], 2);
    expect(values.get('collect', [state('iowa', 'other')])).toBe(2);
    expect(values.get('collect', [state('utah')])).toBeUndefined();
    expect(values.get('collect', [state('iowa'), city('a')])).toBe(2);
  });

  it('gives all values in declared order elsewhere, and those that agree where a part is bound', () => {
    const values = new StepValues();
    values.declare([state('ohio'), state('iowa')]);
    values.set('rate', [state('iowa'), city('x')], 'iowa x');
    values.set('rate', [state('ohio'), city('y')], 'ohio y');
    values.set('rate', [state('ohio'), city('x')], 'ohio x');
    expect(values.get('rate', [])).toEqual(['ohio x', 'ohio y', 'iowa x']);
    expect(values.get('rate', [state('ohio')])).toEqual(['ohio x', 'ohio y']);
    expect(values.get('rate', [bind('regions', 'west')])).toEqual(['ohio x', 'ohio y', 'iowa x']);
    values.set('rate', [state('ohio'), city('x')], 'again');
    expect(values.get('rate', [state('ohio')])).toEqual(['again', 'ohio y']);
  });

  it('forgets what is taken back', () => {
    const values = new StepValues();
    values.set('collect', [state('ohio')], 1);
    values.set('collect', [state('iowa')], 2);
    expect(values.get('collect', [])).toEqual([1, 2]);
    values.remove('collect', [state('ohio')]);
    expect(values.get('collect', [])).toEqual([2]);
    expect(values.has('collect', [state('ohio')])).toBe(false);
  });

  it('tells pairs of the same list apart', () => {
    const values = new StepValues();
    values.set('compare', [state('a'), state('b', 'rival')], 'ab');
    values.set('compare', [state('b'), state('a', 'rival')], 'ba');
    expect(values.get('compare', [state('b'), state('a', 'rival')])).toBe('ba');
    expect(values.get('compare', [state('a')])).toEqual(['ab']);
  });

  it('reads the same in whatever order values were set, and between reads', () => {
    const items: Item[] = ['a', 'b', 'c'].flatMap((s) => ['x', 'y'].map((c) => [state(s), city(c)]));
    const order = fc.shuffledSubarray(items, { minLength: items.length });
    fc.assert(
      fc.property(order, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (shuffled, reads) => {
        const values = new StepValues();
        values.declare(items.flat());
        shuffled.forEach((item, i) => {
          values.set('rate', item, itemKey(item));
          if (reads[i] === true) values.get('rate', item.slice(0, 1));
        });
        expect(values.get('rate', [])).toEqual(items.map(itemKey));
        expect(values.get('rate', [state('b')])).toEqual(['b/x', 'b/y']);
      }),
    );
  });
});

describe('aggregateInputs', () => {
  it('takes the last step that has yielded for each item', () => {
    const values = new StepValues();
    values.declare([state('ohio'), state('iowa')]);
    values.set('collect', [state('iowa')], 1);
    values.set('collect', [state('ohio')], 2);
    values.set('again', [state('iowa')], 3);
    expect(aggregateInputs(values, ['collect', 'again'], [bind('regions', 'west')])).toEqual([
      { key: 'ohio', item: { state: { id: 'ohio' } }, value: 2 },
      { key: 'iowa', item: { state: { id: 'iowa' } }, value: 3 },
    ]);
  });
});
