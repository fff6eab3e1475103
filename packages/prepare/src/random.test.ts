import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.js';

const runs = process.env.OBEY_FULL === '1' ? 1_000 : 100;
const seeds = fc.nat();
const times = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw);

describe('createRandom', () => {
  it('draws these values for ever', () => {
    const random = createRandom(7, 'us-states');
    expect(times(6, () => random.integer(0, 99))).toMatchInlineSnapshot(`
      [
        29,
        44,
        23,
        0,
        45,
        50,
      ]
    `);
    expect(times(3, () => random.real())).toMatchInlineSnapshot(`
      [
        0.48494317405383724,
        0.17109335718053198,
        0.14389018401342624,
      ]
    `);
    expect(random.integer(-(2 ** 52), 2 ** 52 - 2)).toMatchInlineSnapshot(`-308673278367123`);
    expect(random.shuffle(['a', 'b', 'c', 'd', 'e']).join('')).toMatchInlineSnapshot(`"cabde"`);
    expect(random.sample([1, 2, 3, 4, 5, 6], 3)).toMatchInlineSnapshot(`
      [
        2,
        1,
        3,
      ]
    `);
    expect(random.weighted(['rare', 'often'], (name) => (name === 'often' ? 9 : 1))).toMatchInlineSnapshot(`"often"`);
    expect(times(3, () => random.normal(100, 15))).toMatchInlineSnapshot(`
      [
        98.39006919763051,
        100.73851226712577,
        105.48807726358064,
      ]
    `);
    expect(times(8, () => random.chance(0.25)).filter(Boolean).length).toMatchInlineSnapshot(`3`);
    expect(createRandom(0).integer(0, 2 ** 32 - 1)).toMatchInlineSnapshot(`3744648282`);
    expect(createRandom(0).fork('states', 3).pick([10, 20, 30, 40])).toMatchInlineSnapshot(`20`);
  });

  it('forks by name alone, whatever was drawn before', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.string(), { minLength: 1 }), fc.nat(20), (seed, names, draws) => {
        const parent = createRandom(seed);
        times(draws, () => parent.real());
        const direct = createRandom(seed, ...names);
        expect(times(4, () => parent.fork(...names).real())[0]).toBe(direct.fork().real());
      }),
      { numRuns: runs },
    );
  });

  it('keeps streams with different names apart, also where the names run together', () => {
    const first = (...names: string[]) => createRandom(1, ...names).real();
    expect(new Set([first('ab', 'c'), first('a', 'bc'), first('abc'), first('a', 'b', 'c'), first('["a"]')]).size).toBe(
      5,
    );
  });

  it('stays within bounds and keeps every element', () => {
    fc.assert(
      fc.property(seeds, fc.integer(), fc.nat(), fc.array(fc.nat(), { minLength: 1 }), (seed, min, span, list) => {
        const random = createRandom(seed);
        const value = random.integer(min, min + span);
        expect(value >= min && value <= min + span && Number.isInteger(value)).toBe(true);
        const before = [...list];
        expect(random.shuffle(list).toSorted()).toEqual(before.toSorted());
        expect(list).toEqual(before);
        expect(list).toContain(random.pick(list));
        expect(random.sample(list, list.length)).toHaveLength(list.length);
      }),
      { numRuns: runs },
    );
  });

  it('favours no value', () => {
    const random = createRandom(11);
    const counts = new Map<number, number>();
    times(60_000, () => random.integer(1, 6)).forEach((face) => {
      counts.set(face, (counts.get(face) ?? 0) + 1);
    });
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(counts.size).toBe(6);
    expect(chiSquare).toBeLessThan(20.5);
  });

  it('has the mean and deviation that a normal stream is asked for', () => {
    const random = createRandom(5);
    const values = times(20_000, () => random.normal(50, 10));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - 50)).toBeLessThan(0.3);
    expect(Math.abs(Math.sqrt(variance) - 10)).toBeLessThan(0.2);
  });

  it('refuses what cannot be drawn', () => {
    const random = createRandom(1);
    expect(() => random.pick([])).toThrow(RangeError);
    expect(() => random.sample([1], 2)).toThrow(RangeError);
    expect(() => random.integer(2, 1)).toThrow(RangeError);
    expect(() => random.integer(0.5, 1)).toThrow(RangeError);
    expect(() => random.weighted([1], () => 0)).toThrow(RangeError);
    expect(createRandom(1).weighted(['never', 'always'], (name) => (name === 'always' ? 1 : 0))).toBe('always');
  });
});
