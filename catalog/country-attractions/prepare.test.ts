import { createRandom, proofToken, themesIn } from '@obey/prepare';
import { levels } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { prepare } from './prepare.js';

const seeds = process.env.OBEY_FULL === '1' ? 50 : 3;
const secret = '7d'.repeat(32);
const sizes = {
  easy: { countries: 20, small: 1, single: 4, ties: 1, few: 4, recovering: 4 },
  medium: { countries: 35, small: 2, single: 6, ties: 2, few: 6, recovering: 6 },
  hard: { countries: 50, small: 2, single: 8, ties: 3, few: 9, recovering: 8 },
  elite: { countries: 65, small: 3, single: 10, ties: 4, few: 12, recovering: 10 },
} as const;

interface Named {
  readonly id: string;
  readonly name: string;
}
type City = Named & { readonly population: number };
type Sight = Named & { readonly visitors: number };
type Fact = Named & { readonly cities: readonly (Named & { readonly attractions: readonly Named[] })[] };
interface Page {
  readonly reviewCount: number;
  readonly reviews: readonly {
    readonly id: string;
    readonly stars: number;
    readonly helpful: number;
    readonly text: string;
  }[];
}

const instances = levels.flatMap((level) =>
  Array.from({ length: seeds }, (_, seed) => {
    const random = createRandom(seed, 'country-attractions');
    const token = (item: string) => proofToken(secret, item);
    const made = prepare({ seed, level, parameters: sizes[level], random, secret, token });
    const routes = Object.values(made.services ?? {}).flatMap((service) => service.routes);
    const answersOf = new Map(routes.map(({ path, answers }) => [path, answers]));
    const shown = <T>(path: string): T => JSON.parse(answersOf.get(path)?.at(-1)?.body ?? 'null') as T;
    return {
      size: sizes[level],
      countries: made.facts?.countries as unknown as Fact[],
      planted: made.facts?.planted as Record<string, string[]>,
      answersOf,
      shown,
      citiesOf: (country: string): { pages: number; first: City[]; all: City[] } => {
        const pages = [1, 2].map((page) =>
          shown<{ pages: number; cities: City[] }>(`/cities?country=${country}&page=${page}`),
        );
        return {
          pages: pages[0]?.pages ?? 0,
          first: pages[0]?.cities ?? [],
          all: pages.flatMap((page) => page.cities),
        };
      },
    };
  }),
);

const topThree = <T extends Named>(list: readonly T[], size: (one: T) => number): string[] =>
  list
    .toSorted((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ id }) => id);

describe(`country-attractions, ${seeds} seeds at each level`, () => {
  it('knows the three largest cities, of which the first page alone never tells all', () => {
    for (const { size, countries, citiesOf, planted } of instances) {
      expect(countries).toHaveLength(size.countries);
      let turned = 0;
      for (const { id, cities } of countries) {
        const { pages, first, all } = citiesOf(id);
        expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted());
        expect(topThree(all, (city) => city.population)).toEqual(cities.map((city) => city.id));
        expect(pages).toBe(all.length > 5 ? 2 : 1);
        if (pages === 1) continue;
        turned += 1;
        expect(first.some((city) => city.id === cities[0]?.id)).toBe(false);
      }
      expect(turned).toBe(size.countries - size.small - size.single);
      expect(planted.small).toHaveLength(size.small);
      expect(planted.single).toHaveLength(size.single);
    }
  });

  it('has as many ties at the third place as asked, and no other', () => {
    for (const { size, countries, citiesOf, shown, planted } of instances) {
      const populations = countries.map(({ id }) => citiesOf(id).all.map((city) => city.population));
      const level = populations.filter((list) => new Set(list).size < list.length);
      expect(level).toHaveLength(size.ties);
      expect(planted.tiedCities).toHaveLength(size.ties);
      const visitors = countries.flatMap(({ id, cities }) =>
        cities.map((city) => shown<{ attractions: Sight[] }>(`/guide/${id}/${city.id}`).attractions),
      );
      expect(visitors.filter((list) => new Set(list.map((one) => one.visitors)).size < list.length)).toHaveLength(
        size.ties,
      );
      for (const { id, cities } of countries) {
        for (const city of cities) {
          const { attractions } = shown<{ attractions: Sight[] }>(`/guide/${id}/${city.id}`);
          expect(topThree(attractions, (one) => one.visitors)).toEqual(city.attractions.map((one) => one.id));
        }
      }
    }
  });

  it('has few reviews where that is planted, three on the boundary, and more elsewhere', () => {
    for (const { size, countries, planted, shown } of instances) {
      const counts = new Map<string, number>();
      for (const country of countries) {
        for (const city of country.cities) {
          for (const { id } of city.attractions) {
            const page = shown<Partial<Page>>(`/guide/${country.id}/${city.id}/${id}`);
            if (page.reviews === undefined) continue;
            expect(page.reviews).toHaveLength(page.reviewCount ?? -1);
            counts.set(id, page.reviews.length);
            for (const { text } of page.reviews) expect(themesIn(text)).toHaveLength(1);
          }
        }
      }
      const having = (fits: (count: number) => boolean) =>
        [...counts].filter(([, count]) => fits(count)).map(([id]) => id);
      expect(new Set(having((count) => count < 3))).toEqual(new Set(planted.few));
      expect(having((count) => count === 3)).toEqual(planted.three);
      expect(planted.few).toHaveLength(size.few);
      expect(having((count) => count === 0).length).toBeGreaterThan(0);
    }
  });

  it('meets every outcome of a fault: after 429 and 500, well again or never, and 404', () => {
    for (const { size, countries, planted, answersOf } of instances) {
      const routeOf = new Map(
        countries.flatMap((country) =>
          country.cities.flatMap((city) =>
            city.attractions.map(({ id }) => [id, answersOf.get(`/guide/${country.id}/${city.id}/${id}`) ?? []]),
          ),
        ),
      );
      const statuses = (id: string | undefined) => routeOf.get(id ?? '')?.map(({ status = 200 }) => status);
      expect([planted.unavailable, planted.limited, planted.gone].map((list) => statuses(list?.[0]))).toEqual([
        [500],
        [429],
        [404],
      ]);
      expect(planted.recovering).toHaveLength(size.recovering);
      const first = planted.recovering?.map((id) => statuses(id)?.[0]);
      expect(new Set(first)).toEqual(new Set([429, 500]));
      const faulty = [...routeOf]
        .filter(([, answers]) => answers.some(({ status = 200 }) => status >= 400))
        .map(([id]) => id);
      const roles = ['recovering', 'unavailable', 'limited', 'gone'].flatMap((role) => planted[role] ?? []);
      expect(new Set(faulty)).toEqual(new Set(roles));
      for (const [, answers] of routeOf) {
        for (const { status, headers } of answers) if (status === 429) expect(headers?.['retry-after']).toBe('0');
      }
    }
  });

  it('serves a bulk export of each country without any reference', () => {
    for (const { countries, shown } of instances) {
      for (const { id } of countries) {
        const text = JSON.stringify(shown(`/bulk/${id}`));
        expect(text).not.toContain('reference');
        expect(text).not.toContain(proofToken(secret, id));
      }
    }
  });
});
