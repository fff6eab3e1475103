import { expect, it } from 'vitest';
import { createRandom } from '../../random.js';
import { drawPlaceNames, mostPlaceNames } from '../places/place-names.js';
import { drawSights, mostSights } from '../places/sights.js';
import { closings, openings, reviewThemes, sentiments } from './review-themes.js';
import { drawReviews, sentimentOf, themesIn } from './reviews.js';

const seeds = process.env.OBEY_FULL === '1' ? 1_000 : 20;

it('has sentences with a word of their own theme and of no other', () => {
  for (const { name, says } of reviewThemes) {
    for (const sentiment of sentiments) {
      for (const text of says[sentiment]) expect({ text, themes: themesIn(text) }).toEqual({ text, themes: [name] });
    }
  }
  for (const text of [...openings, ...Object.values(closings).flat()]) expect(themesIn(text), text).toEqual([]);
});

it(`draws reviews that can be labelled by their words and stars, ${seeds} seeds`, () => {
  for (let seed = 0; seed < seeds; seed += 1) {
    const reviews = drawReviews(createRandom(seed, 'reviews'), { count: 30, prefix: `${seed}-` });
    expect(drawReviews(createRandom(seed, 'reviews'), { count: 30, prefix: `${seed}-` })).toEqual(reviews);
    for (const field of ['id', 'text', 'helpful'] as const) {
      expect(new Set(reviews.map((review) => review[field])).size).toBe(30);
    }
    for (const { text, theme, stars, sentiment, author } of reviews) {
      expect(themesIn(text)).toEqual([theme]);
      expect(sentimentOf(stars)).toBe(sentiment);
      expect(text).not.toContain('#');
      expect(author).toMatch(/^\S+ .\.$/);
    }
  }
});

it('comes in every theme and sentiment, in the shares asked for', () => {
  const reviews = drawReviews(createRandom(1), { count: 200, weights: { positive: 3, neutral: 1, negative: 0 } });
  expect(new Set(reviews.map(({ theme }) => theme)).size).toBe(reviewThemes.length);
  expect(reviews.some(({ sentiment }) => sentiment === 'negative')).toBe(false);
  const positive = reviews.filter(({ sentiment }) => sentiment === 'positive').length;
  expect(positive).toBeGreaterThan(120);
  expect(positive).toBeLessThan(180);
});

it(`names places that are told apart at a glance, ${seeds} seeds`, () => {
  for (let seed = 0; seed < seeds; seed += 1) {
    const names = drawPlaceNames(createRandom(seed, 'places'), 200);
    expect(new Set(names.map((name) => name.slice(0, 5))).size).toBe(200);
    for (const name of names) expect(name).toMatch(/^[A-Z][a-z]{4,10}$/);
    const sights = drawSights(createRandom(seed, 'sights'), 12);
    expect(new Set(sights).size).toBe(12);
    for (const sight of sights) expect(sight).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  }
  expect(drawPlaceNames(createRandom(1), mostPlaceNames)).toHaveLength(mostPlaceNames);
  expect(new Set(drawSights(createRandom(1), mostSights)).size).toBe(mostSights);
  expect(() => drawPlaceNames(createRandom(1), mostPlaceNames + 1)).toThrow(RangeError);
  expect(() => drawSights(createRandom(1), mostSights + 1)).toThrow(RangeError);
});
