import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.js';
import { firstNames, lastNames } from './names.js';
import { drawPeople, mostPeople } from './people.js';

const seeds = process.env.OBEY_FULL === '1' ? 1_000 : 20;

describe('drawPeople', () => {
  it('gives different names, none empty, and different last names in small groups', () => {
    for (let seed = 0; seed < seeds; seed += 1) {
      const people = drawPeople(createRandom(seed, 'people'), 150);
      expect(new Set(people.map(({ name }) => name)).size).toBe(150);
      expect(new Set(people.slice(0, lastNames.length).map(({ lastName }) => lastName)).size).toBe(lastNames.length);
      for (const { name } of people) expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    }
  });

  it('repeats no name up to the most that there are, and refuses more', () => {
    const people = drawPeople(createRandom(3, 'people'), mostPeople);
    expect(new Set(people.map(({ name }) => name)).size).toBe(mostPeople);
    expect(() => drawPeople(createRandom(3, 'people'), mostPeople + 1)).toThrow(RangeError);
  });

  it('draws the same people for the same stream', () => {
    const draw = () => drawPeople(createRandom(7, 'desk'), 12);
    expect(draw()).toEqual(draw());
    expect(draw()).not.toEqual(drawPeople(createRandom(8, 'desk'), 12));
  });

  it('knows each name once', () => {
    expect(new Set(firstNames).size).toBe(firstNames.length);
    expect(new Set(lastNames).size).toBe(lastNames.length);
  });
});
