import { createRandom, layouts, proofToken } from '@obey/prepare';
import { type Answer, levels, type Route } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { atlas } from './atlas.js';
import { prepare } from './prepare.js';
import { readPage } from './read-page.js';

const seeds = process.env.OBEY_FULL === '1' ? 50 : 8;
const secret = '7d'.repeat(32);
const sizes = {
  easy: { states: 10, deviating: 3, recovering: 1 },
  medium: { states: 20, deviating: 4, recovering: 2 },
  hard: { states: 50, deviating: 6, recovering: 3 },
  elite: { states: 50, deviating: 8, recovering: 4 },
} as const;

interface Site {
  readonly slug: string;
  readonly answers: readonly Partial<Answer>[];
  readonly census: number;
}

const instances = levels.flatMap((level) =>
  Array.from({ length: seeds }, (_, seed) => {
    const random = createRandom(seed, 'us-states');
    const token = (item: string) => proofToken(secret, item);
    const made = prepare({ seed, level, parameters: sizes[level], random, secret, token });
    const totals = JSON.parse(made.services?.census?.routes[0]?.answers[0]?.body ?? '{}');
    const sites = ((made.services?.states?.routes ?? []) as Route[]).map(
      ({ path, answers }): Site => ({ slug: path.slice(8), answers, census: totals[path.slice(8)] }),
    );
    const planted = made.facts?.planted as Record<string, string[]>;
    const sitesOf = (role: string) => sites.filter(({ slug }) => planted[role]?.includes(slug));
    return { level, size: sizes[level], made, sites, planted, sitesOf };
  }),
);

const populationOf = (answer: Partial<Answer> | undefined) => readPage(answer?.body ?? '').population;
const deviation = ({ answers, census }: Site) => Math.abs(populationOf(answers.at(-1)) - census) / census;

describe(`us-states, ${seeds} seeds at each level`, () => {
  it('has as many states as asked, with at least two of each region that can be had', () => {
    for (const { size, made } of instances) {
      const states = made.facts?.states as { slug: string; region: string }[];
      const served = made.facts?.served as Record<string, unknown>;
      expect(new Set(states.map(({ slug }) => slug)).size).toBe(size.states);
      for (const { id } of atlas) {
        const there = states.filter(({ region }) => region === id);
        expect(there.length).toBeGreaterThanOrEqual(2);
        expect(there.some(({ slug }) => slug in served)).toBe(true);
      }
    }
  });

  it('plants states at exactly 4.9, 5.0 and 5.1 %, and as many as asked far beyond', () => {
    for (const { size, sitesOf } of instances) {
      for (const [role, thousandths] of [
        ['at49', 49],
        ['at50', 50],
        ['at51', 51],
      ] as const) {
        const [site, ...more] = sitesOf(role);
        expect(more).toEqual([]);
        const population = populationOf(site?.answers.at(-1));
        expect(Math.abs(population - (site?.census ?? 0)) * 1_000).toBe(thousandths * (site?.census ?? 0));
      }
      expect(sitesOf('deviating')).toHaveLength(size.deviating);
      for (const site of sitesOf('deviating')) expect(deviation(site)).toBeGreaterThanOrEqual(0.079);
    }
  });

  it('leaves every other state well within the limit', () => {
    for (const { sites, planted } of instances) {
      const special = new Set(
        ['deviating', 'at49', 'at50', 'at51', 'unavailable', 'gone'].flatMap((role) => planted[role]),
      );
      for (const site of sites) if (!special.has(site.slug)) expect(deviation(site)).toBeLessThan(0.036);
    }
  });

  it('corrects what deviates once the census was asked, and nothing else', () => {
    for (const { sites, planted } of instances) {
      const corrected = sites.filter(({ answers }) => answers.some(({ when }) => when?.after !== undefined));
      expect(new Set(corrected.map(({ slug }) => slug))).toEqual(
        new Set([...(planted.deviating ?? []), ...(planted.at51 ?? [])]),
      );
      for (const { answers, census } of corrected) {
        expect(answers[0]?.when).toEqual({ after: 'GET /census/totals' });
        expect(Math.abs(populationOf(answers[0]) - census) / census).toBeLessThan(0.021);
      }
    }
  });

  it('meets each outcome of a fault: well after one to three, never well, and not to be retried', () => {
    for (const { size, sitesOf } of instances) {
      const failures = sitesOf('recovering').map(({ answers: [fault] }) => {
        expect(fault?.status).toBe(503);
        const nth = fault?.when?.nth;
        return Array.isArray(nth) ? nth[1] : 0;
      });
      expect(failures).toHaveLength(size.recovering);
      expect(failures.every((count) => count >= 1 && count <= 3)).toBe(true);
      expect(sitesOf('unavailable').map(({ answers }) => answers.map(({ status }) => status))).toEqual([[503]]);
      expect(sitesOf('gone').map(({ answers }) => answers.map(({ status }) => status))).toEqual([[404]]);
    }
  });

  it('shows each page’s own reference and what its proof says, in every layout', () => {
    for (const { sites, made } of instances) {
      const served = made.facts?.served as Record<string, { industries: string[] }>;
      for (const { slug, answers } of sites) {
        for (const { body = '', proof, status = 200 } of answers) {
          if (status >= 400) continue;
          const read = readPage(body);
          expect(read.reference).toBe(proofToken(secret, slug));
          expect(proof).toEqual({
            item: slug,
            token: read.reference,
            fields: { population: read.population, governor: read.governor },
          });
          expect(read.industries).toEqual(served[slug]?.industries);
        }
      }
    }
    const manners = new Set(
      instances
        .at(-1)
        ?.sites.map(({ answers }) => answers.at(-1)?.body?.match(/<(dl|table|article|main|script|CENTER)/)?.[1]),
    );
    manners.delete(undefined);
    expect(manners.size).toBe(Object.keys(layouts).length);
  });
});
