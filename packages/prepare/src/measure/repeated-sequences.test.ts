import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repeatedSequences } from './repeated-sequences.js';

const words = fc.array(fc.constantFrom('un', 'Deux', 'trois'), { maxLength: 40 });

it('counts every sequence, overlapping ones too, as looking at each place does', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), (list, length, most) => {
      const lower = list.map((word) => word.toLowerCase());
      const found = repeatedSequences(list.join(', '), length, most);
      for (const { sequence, count } of found) {
        const places = lower.filter((_, at) => lower.slice(at, at + length).join(' ') === sequence);
        expect(count).toBe(places.length);
        expect(count).toBeGreaterThan(most);
      }
      const all = repeatedSequences(list.join(' '), length, 0);
      expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(Math.max(0, lower.length - length + 1));
      expect(found).toEqual(all.filter(({ count }) => count > most));
    }),
  );
});
