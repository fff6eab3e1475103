import { jsonText, readJson, sentimentOf, themesIn } from '@obey/prepare';
import type { Handlers } from '@obey/process';

interface Named {
  readonly id: string;
  readonly name: string;
}
interface City extends Named {
  readonly population: number;
}
interface Sight extends Named {
  readonly visitors: number;
}
interface CityPage {
  readonly pages: number;
  readonly reference: string;
  readonly cities: readonly City[];
}
interface Recorded {
  readonly city: string;
  readonly reviewCount: number;
  readonly reviews: readonly { readonly id: string; readonly theme: string; readonly sentiment: string }[];
}
interface Shown {
  readonly id: string;
  readonly stars: number;
  readonly helpful: number;
  readonly text: string;
}
type Histogram = Readonly<Record<'sentiments' | 'themes' | 'cities', Readonly<Record<string, number>>>>;

type Item = Readonly<Record<string, unknown>>;
type Reading = Parameters<typeof readJson>[0];

const themes = ['waiting', 'price', 'staff', 'scenery', 'food', 'access'];
const sentiments = ['positive', 'neutral', 'negative'];
const countryOf = (item: Item) => item.country as Named;
const cityOf = (item: Item) => item.city as Named;
const attractionOf = (item: Item) => item.attraction as Named;

const firstThree = <T extends Named>(list: readonly T[], size: (one: T) => number): T[] =>
  list.toSorted((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1)).slice(0, 3);

const numberOf = ({ id }: Shown) => Number(id.split('-').at(-1));

interface Visited extends City {
  readonly sights: readonly Sight[];
}

/** What was recorded of a country: its cities with their attractions. */
async function visitedIn(abilities: Reading, country: string): Promise<Visited[]> {
  const ranking = await readJson<{ cities: City[] }>(abilities, `work/cities/${country}.json`);
  const visited: Visited[] = [];
  for (const city of ranking?.cities ?? []) {
    const chosen = await readJson<{ attractions: Sight[] }>(abilities, `work/sights/${city.id}.json`);
    visited.push({ ...city, sights: chosen?.attractions ?? [] });
  }
  return visited;
}

export const solve: Handlers = {
  async load({ abilities }) {
    await abilities.read('input/countries.json');
  },

  async listCities({ item, abilities, services }) {
    await abilities.fetch(`${services.atlas}/cities?country=${countryOf(item).id}&page=1`);
  },

  async listMore({ item, abilities, services }) {
    await abilities.fetch(`${services.atlas}/cities?country=${countryOf(item).id}&page=2`);
  },

  async rankCities({ item, abilities, values }) {
    const pages = [values.listCities, values.listMore].filter((page) => page !== undefined) as CityPage[];
    const cities = firstThree(
      pages.flatMap((page) => page.cities),
      ({ population }) => population,
    );
    await abilities.write(
      `work/cities/${countryOf(item).id}.json`,
      jsonText({ cities, reference: pages[0]?.reference }),
    );
  },

  async bulkExport({ item, abilities, services }) {
    await abilities.fetch(`${services.guide}/bulk/${countryOf(item).id}`);
  },

  async chooseSights({ item, abilities, services }) {
    const { status, body } = await abilities.fetch(`${services.guide}/guide/${countryOf(item).id}/${cityOf(item).id}`);
    if (status >= 400) return;
    const page: { attractions: Sight[]; reference: string } = JSON.parse(body);
    const attractions = firstThree(page.attractions, ({ visitors }) => visitors);
    await abilities.write(`work/sights/${cityOf(item).id}.json`, jsonText({ attractions, reference: page.reference }));
  },

  async readReviews({ item, abilities, services }) {
    const { id } = attractionOf(item);
    const answer = await abilities.fetch(`${services.guide}/guide/${countryOf(item).id}/${cityOf(item).id}/${id}`);
    if (answer.status >= 400) return;
    const page: { reviewCount: number; reference: string; reviews: Shown[] } = JSON.parse(answer.body);
    const reviews = page.reviews
      .toSorted((a, b) => b.helpful - a.helpful || numberOf(a) - numberOf(b))
      .slice(0, 3)
      .map(({ id: review, stars, text }) => ({
        id: review,
        stars,
        theme: themesIn(text)[0],
        sentiment: sentimentOf(stars),
      }));
    const { reviewCount, reference } = page;
    await abilities.write(
      `work/reviews/${id}.json`,
      jsonText({ city: cityOf(item).id, reviewCount, reviews, reference }),
    );
  },

  async reportMissing({ item, abilities }) {
    const { id, name } = attractionOf(item);
    await abilities.write(`work/missing/${id}.txt`, `The guide gave no page of ${name}.\n`);
  },

  async noteFew({ item, abilities, values }) {
    const { reviewCount } = values.readReviews as Recorded;
    await abilities.write(`work/few/${attractionOf(item).id}.txt`, `${reviewCount}\n`);
  },

  async histogram({ item, abilities, values }) {
    const recorded = [values.readReviews ?? []].flat() as Recorded[];
    const reviews = recorded.flatMap(({ city, reviews: own }) => own.map((review) => ({ ...review, city })));
    const counted = (names: readonly string[], count: (name: string) => number) =>
      Object.fromEntries(names.map((name) => [name, count(name)]));
    const histogram: Histogram = {
      sentiments: counted(sentiments, (name) => reviews.filter(({ sentiment }) => sentiment === name).length),
      themes: counted(themes, (name) => reviews.filter(({ theme }) => theme === name).length),
      cities: counted(
        themes,
        (name) => new Set(reviews.filter(({ theme }) => theme === name).map(({ city }) => city)).size,
      ),
    };
    await abilities.write(`work/histograms/${countryOf(item).id}.json`, jsonText(histogram));
  },

  async report({ item, abilities }) {
    const { id, name } = countryOf(item);
    const counts = await readJson<Partial<Histogram>>(abilities, `work/histograms/${id}.json`);
    const cities = (await visitedIn(abilities, id)).map(({ name: city, population, sights }) =>
      [`## ${city}`, '', `${population} inhabitants.`, '', ...sights.map((sight) => `- ${sight.name}`)].join('\n'),
    );
    const rows = themes.map(
      (theme) => `| ${theme} | ${counts?.themes?.[theme] ?? 0} | ${counts?.cities?.[theme] ?? 0} |`,
    );
    const table = ['| Theme | Reviews | Cities |', '|---|---:|---:|', ...rows].join('\n');
    const { positive = 0, neutral = 0, negative = 0 } = counts?.sentiments ?? {};
    const most = themes.toSorted((a, b) => (counts?.themes?.[b] ?? 0) - (counts?.themes?.[a] ?? 0))[0];
    const closing = `Of the reviews ${positive} are positive, ${neutral} neutral and ${negative} negative; most are about ${most}.`;
    await abilities.write(`reports/${id}.md`, `# ${name}\n\n${[...cities, table, closing].join('\n\n')}\n`);
  },
};
