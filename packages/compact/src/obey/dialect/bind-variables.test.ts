import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindVariables, type ObeyVariable } from './bind-variables.js';
import { drawers, shiftDay } from './draw-value.js';
import { type Vocabulary, vocabularyOf, wordFields } from './fields/vocabulary.js';

const museum = vocabularyOf('museum') as Vocabulary;

describe('variables', () => {
  it('are distinct, and none is a part of another, in every field', () => {
    const names = [...drawers.keys()];
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        fc.constantFrom(...wordFields.keys()),
        fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 12 }),
        (seed, field, generators) => {
          const variables = generators.map((generator, index) => ({ name: `v${index}`, generator }));
          const values = [...bindVariables(variables, seed, vocabularyOf(field) as Vocabulary).values()];
          const small = values.map((value) => value.toLowerCase());
          for (const [index, value] of small.entries()) {
            expect(small.filter((other, at) => at !== index && other.includes(value))).toEqual([]);
          }
        },
      ),
      { numRuns: process.env.OBEY_FULL === '1' ? 1_000 : 60 },
    );
  });

  it('keep clear of values that are taken', () => {
    const taken = new Map([['old', 'the night watch']]);
    const bound = bindVariables([{ name: 'duty', generator: 'duty' }], 4n, museum, taken);
    expect(bound.get('duty')).not.toBe('the night watch');
  });

  it('are reckoned from others', () => {
    const variables: ObeyVariable[] = [
      { name: 'start', generator: 'quantity' },
      { name: 'plus', generator: 'delta' },
      { name: 'minus', generator: 'delta' },
      { name: 'total', generator: 'sum', of: ['start', 'plus', '-minus'] },
      { name: 'day', generator: 'day' },
      { name: 'wait', generator: 'days' },
      { name: 'moved', generator: 'shifted_day', of: ['day', '-wait'] },
      { name: 'kept', generator: 'copy', of: ['start'] },
    ];
    const bound = bindVariables(variables, 9n, museum);
    const of = (name: string): number => Number(bound.get(name));
    expect(of('total')).toBe(of('start') + of('plus') - of('minus'));
    expect(shiftDay(bound.get('moved') ?? '', of('wait'))).toBe(bound.get('day'));
    expect(bound.get('kept')).toBe(bound.get('start'));
  });

  it('say so when the words do not suffice', () => {
    const variables = Array.from({ length: 40 }, (_, index) => ({ name: `v${index}`, generator: 'topic' }));
    expect(() => bindVariables(variables, 1n, museum)).toThrow(/no distinct values are left/);
  });
});

it('a day moves over the ends of months, years and Februaries', () => {
  expect(shiftDay('2028-02-28', 1)).toBe('2028-02-29');
  expect(shiftDay('2027-12-31', 1)).toBe('2028-01-01');
  expect(shiftDay('2027-03-01', -1)).toBe('2027-02-28');
});
