import type { Check } from '@obey/catalog';

interface Named {
  readonly id: string;
  readonly name: string;
}
interface ServedCity extends Named {
  readonly population: number;
  readonly attractions: readonly (Named & { readonly reviews: readonly Labelled[] | null })[];
}
interface Labelled {
  readonly id: string;
  readonly theme: string;
  readonly sentiment: string;
}

type Facts = Parameters<Check>[0]['facts'];

const themes = ['waiting', 'price', 'staff', 'scenery', 'food', 'access'];

const countriesOf = (facts: Facts) => facts.countries as unknown as Named[];
const servedIn = (facts: Facts, country: string) =>
  (facts.served as unknown as Record<string, ServedCity[]>)[country] ?? [];

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** The value of a JSON file; undefined when it is not there or is none. */
function parsed(files: Readonly<Record<string, string>>, path: string): unknown {
  try {
    return JSON.parse(files[path] ?? '');
  } catch {
    return undefined;
  }
}

const idsOf = (list: unknown): unknown[] => (Array.isArray(list) ? list.map((one) => fieldOf(one, 'id')) : []);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const topCities: Check = ({ facts, files }) =>
  countriesOf(facts).map(({ id }) => {
    const expected = servedIn(facts, id).map((city) => city.id);
    const found = idsOf(fieldOf(parsed(files, `work/cities/${id}.json`), 'cities'));
    return { item: id, passed: same(found, expected), detail: `${found.join(', ')}; expected ${expected.join(', ')}` };
  });

/** Every attraction by itself: the right reviews, each with its theme and sentiment. */
const labelledReviews: Check = ({ facts, files }) =>
  countriesOf(facts).flatMap((country) =>
    servedIn(facts, country.id).flatMap((city) =>
      city.attractions.flatMap(({ id, reviews }) => {
        if (reviews === null) return [];
        const list = fieldOf(parsed(files, `work/reviews/${id}.json`), 'reviews');
        const found = Array.isArray(list) ? list.map(labelOf) : undefined;
        const expected = reviews.map(labelOf);
        const wrong = expected.filter((label, index) => !same(label, found?.[index])).length;
        const passed = found !== undefined && found.length === expected.length && wrong === 0;
        return [{ item: id, passed, detail: `${wrong} of ${expected.length} reviews differ` }];
      }),
    ),
  );

const labelOf = (review: unknown) => ['id', 'theme', 'sentiment'].map((name) => fieldOf(review, name));

const histograms: Check = ({ facts, files }) =>
  countriesOf(facts).map(({ id }) => {
    const found = parsed(files, `work/histograms/${id}.json`);
    const expected = histogramOf(servedIn(facts, id));
    const wrong = Object.entries(expected).flatMap(([part, counts]) =>
      Object.entries(counts)
        .filter(([name, count]) => fieldOf(fieldOf(found, part), name) !== count)
        .map(([name]) => `${part}.${name}`),
    );
    return {
      item: id,
      passed: wrong.length === 0,
      detail: wrong.length === 0 ? 'right' : `differs in ${wrong.join(', ')}`,
    };
  });

function histogramOf(cities: readonly ServedCity[]) {
  const reviewsIn = (city: ServedCity) => city.attractions.flatMap(({ reviews }) => reviews ?? []);
  const all = cities.flatMap(reviewsIn);
  const counted = (names: readonly string[], count: (name: string) => number) =>
    Object.fromEntries(names.map((name) => [name, count(name)]));
  return {
    sentiments: counted(
      ['positive', 'neutral', 'negative'],
      (name) => all.filter((one) => one.sentiment === name).length,
    ),
    themes: counted(themes, (name) => all.filter(({ theme }) => theme === name).length),
    cities: counted(
      themes,
      (name) => cities.filter((city) => reviewsIn(city).some(({ theme }) => theme === name)).length,
    ),
  };
}

/** Names each city with its population, each attraction that could be had, and each theme with its counts. */
const reports: Check = ({ facts, files }) =>
  countriesOf(facts).map(({ id, name }) => {
    const report = files[`reports/${id}.md`] ?? '';
    const cities = servedIn(facts, id);
    const figures = report.replaceAll(/(?<=\d)[,.'  ](?=\d{3})/g, '');
    const counts = histogramOf(cities);
    const rows = report.split('\n').filter((line) => line.includes('|'));
    const missing = [
      ...(report.includes(name) ? [] : [name]),
      ...cities.filter((city) => !report.includes(city.name) || !figures.includes(String(city.population))),
      ...cities.flatMap((city) => city.attractions).filter((one) => one.reviews !== null && !report.includes(one.name)),
      ...themes.filter((theme) => !rows.some((row) => tells(row, theme, [counts.themes[theme], counts.cities[theme]]))),
    ].map((one) => (typeof one === 'string' ? one : one.name));
    return {
      item: id,
      passed: missing.length === 0,
      detail: missing.length === 0 ? 'complete' : `lacks ${missing.join(', ')}`,
    };
  });

function tells(row: string, theme: string, counts: readonly (number | undefined)[]): boolean {
  const cells = row.split('|').map((cell) => cell.replaceAll(/[*_`\s]/g, '').toLowerCase());
  const numbers = cells.filter((cell) => /^\d+$/.test(cell)).map(Number);
  return cells.includes(theme) && same(numbers, counts);
}

export const checks = { topCities, labelledReviews, histograms, reports };
