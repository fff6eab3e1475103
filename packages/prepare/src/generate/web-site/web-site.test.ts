import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.js';
import { chooseLayouts } from './choose-layouts.js';
import { layouts } from './layouts.js';
import { drawProfile, drawShares, largestShares } from './profile-page.js';
import { companyWords, stateWords } from './profile-words.js';

const seeds = process.env.OBEY_FULL === '1' ? 1_000 : 25;
const labels = [
  'Health & care',
  'Retail',
  'Food <fast>',
  'Education',
  'Farming',
  'Finance',
  "Fisher's trade",
  'Transport',
];

/** Digits and words as a reader sees them: no markup, no entities, no separators in numbers. */
const visible = (html: string) =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, ' ')
    .replaceAll(/<(?!script)[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('\\u003c', '<')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/(?<=\d)[, ](?=\d{3})/g, '');

describe(`profile pages, ${seeds} seeds`, () => {
  it('show the same facts in every layout and in any words', () => {
    for (let seed = 0; seed < seeds; seed += 1) {
      const random = createRandom(seed, 'site');
      const given = { name: "O'Neal & Sons", figure: random.integer(1_000, 40_000_000), reference: `r${seed}x` };
      const page = drawProfile(random, given, labels);
      expect(drawProfile(random, given, labels)).toEqual(page);
      expect(page.formerFigure).toBeLessThan(page.figure);
      expect(page.holder).not.toBe(page.predecessor);
      const pages = new Set<string>();
      for (const words of [stateWords, companyWords]) {
        for (const layout of Object.values(layouts)) {
          const html = layout(page, words);
          pages.add(html);
          const text = visible(html);
          for (const fact of [page.name, page.holder, String(page.figure), String(page.formerFigure), page.reference])
            expect(text).toContain(fact);
          for (const { label } of page.shares) expect(text).toContain(label);
          expect(html).not.toContain('undefined');
          expect(html).not.toContain('Food <fast>');
        }
      }
      expect(pages.size).toBe(2 * Object.keys(layouts).length);
    }
  });

  it('have shares of which no two are alike', () => {
    for (let seed = 0; seed < seeds; seed += 1) {
      const shares = drawShares(createRandom(seed), labels);
      expect(new Set(shares.map(({ tenths }) => tenths)).size).toBe(6);
      expect(new Set(shares.map(({ label }) => label)).size).toBe(6);
      const [first, second] = largestShares(shares, 2).map(
        (name) => shares.find(({ label }) => label === name)?.tenths ?? 0,
      );
      expect(first).toBeGreaterThan(second ?? 0);
      expect(shares.every(({ tenths }) => tenths <= (first ?? 0))).toBe(true);
    }
    expect(drawShares(createRandom(1), ['a', 'b'])).toHaveLength(2);
  });

  it('come in every layout before any comes again', () => {
    for (let seed = 0; seed < seeds; seed += 1) {
      const chosen = chooseLayouts(createRandom(seed), 14);
      expect(new Set(chosen.slice(0, 6)).size).toBe(6);
      expect(chosen.slice(6, 12)).toEqual(chosen.slice(0, 6));
    }
  });
});
