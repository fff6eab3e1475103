import { describe, expect, it } from 'vitest';
import { crossingConflicts } from '../../measure/crossword/crossword-constraints.js';
import { crosswordSlots } from '../../measure/crossword/crossword-slots.js';
import { createRandom } from '../../random.js';
import { drawWord } from './draw-word.js';
import { generateDictionary } from './generate-dictionary.js';
import { isPronounceable } from './phonotactics.js';
import { solveGrid } from './solve-grid.js';

const full = process.env.OBEY_FULL === '1';
const seeds = Array.from({ length: full ? 1_000 : 8 }, (_, seed) => seed);
const lengths = { 3: 3, 5: 5, 7: 6, 9: 5 };
const rows = ['.......', '.#.#.#.', '...#...', '.#####.', '...#...', '.#.#.#.', '.......'];

describe('generateDictionary', () => {
  it('gives as many different words and clues as asked, the given ones among them', () => {
    for (const seed of seeds) {
      const around = ['quiz', 'jazzbox'];
      const entries = generateDictionary(createRandom(seed), { size: 300, lengths, around });
      const words = entries.map(({ word }) => word);
      expect(new Set(words).size).toBe(300);
      expect(new Set(entries.map(({ clue }) => clue)).size).toBe(300);
      expect(words).toEqual(expect.arrayContaining(around));
      for (const word of words) {
        if (around.includes(word)) continue;
        expect(word).toMatch(/^[a-ik-pr-wy]{3,9}$/);
        expect(word.length in lengths).toBe(true);
        expect(isPronounceable(word, true)).toBe(true);
      }
      expect(entries.every(({ clue }) => clue.length > 8)).toBe(true);
    }
  });

  it('makes a list of 5,000 words, the same for the same seed', () => {
    const make = (seed: number) => generateDictionary(createRandom(seed), { size: 5_000, lengths });
    const first = make(1);
    expect(new Set(first.map(({ word }) => word)).size).toBe(5_000);
    expect(make(1)).toEqual(first);
    expect(make(2)).not.toEqual(first);
  });

  it('refuses what cannot be', () => {
    const random = createRandom(1);
    expect(() => generateDictionary(random, { size: 1, lengths, around: ['one', 'two'] })).toThrow('more than 1');
    expect(() => generateDictionary(random, { size: 5, lengths, around: ['one', 'one'] })).toThrow('not all different');
    expect(() => generateDictionary(random, { size: 5_000, lengths: { 2: 1 } })).toThrow('there are not 5000 words');
  });
});

describe('drawWord', () => {
  it('keeps to the letters that are given, and from the pairs that are barred', () => {
    for (const seed of seeds) {
      const word = drawWord(createRandom(seed), {
        length: 7,
        fixed: { 0: 'b', 2: 'r', 6: 'n' },
        without: new Set(['ba']),
      });
      expect(word).toMatch(/^b.r...n$/);
      expect(word?.startsWith('ba')).toBe(false);
    }
    expect(drawWord(createRandom(1), { length: 3, fixed: { 0: 'b', 1: 'k', 2: 't' } })).toBeUndefined();
  });
});

describe('solveGrid', () => {
  it('fills every slot with a word of its own, and words agree where they cross', () => {
    const slots = crosswordSlots(rows);
    let solved = 0;
    for (const seed of seeds) {
      const words = solveGrid(createRandom(seed), slots, new Set(['ba', 'ce']));
      if (words === undefined) continue;
      solved += 1;
      expect(new Set(words.values()).size).toBe(slots.length);
      expect(crossingConflicts(rows, Object.fromEntries(words))).toEqual([]);
      expect([...words.values()].some((word) => /ba|ce/.test(word))).toBe(false);
    }
    expect(solved).toBeGreaterThan(seeds.length / 2);
  });
});
