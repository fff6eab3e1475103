import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addHistograms,
  commonest,
  differingBins,
  type Histogram,
  histogramDistance,
  histogramOf,
  histogramOverlap,
  readHistogram,
  sameHistogram,
} from './histogram.js';
import { topBySize } from './ranking.js';

const word = fc.constantFrom('food', 'price', 'staff', 'toString', '__proto__', 'constructor', '');
const words = fc.array(word, { maxLength: 20 });
const histogram: fc.Arbitrary<Histogram> = words.map((list) => histogramOf(list));
const numRuns = process.env.OBEY_FULL === '1' ? 2_000 : 200;
const holds = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns });

describe('histograms', () => {
  it('count what is there, in any order', () => {
    holds(
      fc.property(words, (list) => {
        const counts = histogramOf(list);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(list.length);
        for (const name of new Set(list)) {
          expect(Object.getOwnPropertyDescriptor(counts, name)?.value).toBe(list.filter((one) => one === name).length);
        }
        expect(sameHistogram(counts, histogramOf(list.toReversed()))).toBe(true);
      }),
    );
  });

  it('are the same when every bin is, whether a zero is written down or not', () => {
    expect(sameHistogram({ a: 2, b: 0 }, { a: 2 })).toBe(true);
    expect(sameHistogram({ a: 2, b: 1 }, { a: 2 })).toBe(false);
    expect(differingBins({ a: 2, c: 1, b: 1 }, { a: 2, b: 3 })).toEqual(['b', 'c']);
    holds(
      fc.property(histogram, histogram, (a, b) => {
        expect(sameHistogram(a, b)).toBe(sameHistogram(b, a));
        expect(sameHistogram(a, b)).toBe(histogramDistance(a, b) === 0);
        expect(sameHistogram(a, b)).toBe(histogramOverlap(a, b) === 1);
        expect(sameHistogram({ ...b, zero: 0 }, b)).toBe(true);
      }),
    );
  });

  it('have a distance that is a metric, and one more count moves by one', () => {
    holds(
      fc.property(histogram, histogram, histogram, (a, b, c) => {
        expect(histogramDistance(a, b)).toBe(histogramDistance(b, a));
        expect(histogramDistance(a, c)).toBeLessThanOrEqual(histogramDistance(a, b) + histogramDistance(b, c));
        expect(histogramDistance(a, addHistograms([a, { extra: 1 }]))).toBe(1);
      }),
    );
  });

  it('overlap by a share that is symmetric, within 0 and 1, and falls with every count that is moved', () => {
    expect(histogramOverlap({}, {})).toBe(1);
    expect(histogramOverlap({ a: 1 }, { b: 1 })).toBe(0);
    expect(histogramOverlap({ a: 3, b: 1 }, { a: 1, b: 1 })).toBe(0.5);
    holds(
      fc.property(histogram, histogram, (a, b) => {
        const overlap = histogramOverlap(a, b);
        expect(overlap).toBe(histogramOverlap(b, a));
        expect(overlap).toBeGreaterThanOrEqual(0);
        expect(overlap).toBeLessThanOrEqual(1);
        expect(histogramOverlap(a, addHistograms([b, { only: 1 }]))).toBeLessThan(Math.max(overlap, 1e-9));
      }),
    );
  });

  it('add up like the lists that they count', () => {
    holds(
      fc.property(fc.array(words, { maxLength: 4 }), (lists) => {
        expect(sameHistogram(addHistograms(lists.map((list) => histogramOf(list))), histogramOf(lists.flat()))).toBe(
          true,
        );
      }),
    );
  });

  it('name what came up most, several where they are level', () => {
    expect(commonest({ b: 2, a: 2, c: 1 })).toEqual(['a', 'b']);
    expect(commonest({ a: 0 })).toEqual([]);
    holds(
      fc.property(histogram, (counts) => {
        const top = commonest(counts);
        expect(top.length > 0).toBe(Object.keys(counts).length > 0);
        const most = Math.max(0, ...Object.values(counts));
        for (const name of Object.keys(counts)) expect(top.includes(name)).toBe(Reflect.get(counts, name) === most);
      }),
    );
  });

  it('are read only from whole counts by name', () => {
    expect(readHistogram({ a: 1, b: 0 })).toEqual({ a: 1, b: 0 });
    for (const value of [null, 'a', 3, [1], { a: '1' }, { a: -1 }, { a: 0.5 }, { a: null }, undefined]) {
      expect(readHistogram(value)).toBeUndefined();
    }
    holds(fc.property(fc.anything(), (value) => void readHistogram(value)));
  });
});

describe('topBySize', () => {
  const item = fc.record({ name: fc.string({ maxLength: 3 }), size: fc.integer({ min: 0, max: 4 }) });
  const size = (one: { size: number }) => one.size;
  const name = (one: { name: string }) => one.name;

  it('gives the largest, ties by name, whatever the order of the list', () => {
    holds(
      fc.property(
        fc.uniqueArray(item, { selector: name, maxLength: 12 }),
        fc.integer({ min: 0, max: 5 }),
        (list, count) => {
          const top = topBySize(list, { count, size, name });
          expect(top).toHaveLength(Math.min(count, list.length));
          expect(topBySize(list.toReversed(), { count, size, name })).toEqual(top);
          const rest = list.filter((one) => !top.includes(one));
          for (const [index, one] of top.entries()) {
            const next = top[index + 1];
            for (const after of next === undefined ? rest : [next, ...rest]) {
              expect(one.size > after.size || (one.size === after.size && one.name < after.name)).toBe(true);
            }
          }
        },
      ),
    );
  });
});
