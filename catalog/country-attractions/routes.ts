import type { Answer } from '@obey/schema';
import { type Attraction, type City, type Country, pageSize, topAttractions, topCities } from './atlas.js';
import type { Role } from './plan.js';

type AnswerInput = Partial<Answer>;
type Token = (item: string) => string;

export interface RouteInput {
  readonly path: string;
  readonly answers: AnswerInput[];
}

/** The pages of a country's cities, each with the country's reference; a page beyond the last is empty. */
export function cityPages(country: Country, token: Token): RouteInput[] {
  const pages = Math.ceil(country.cities.length / pageSize);
  return [1, 2].map((page) => ({
    path: `/cities?country=${country.id}&page=${page}`,
    answers: [
      {
        body: text({
          country: country.name,
          page,
          pages,
          reference: token(country.id),
          cities: country.cities
            .slice((page - 1) * pageSize, page * pageSize)
            .map(({ id, name, population }) => ({ id, name, population })),
        }),
        proof: { item: country.id, token: token(country.id), fields: {} },
      },
    ],
  }));
}

/** The guide's page of a city: its attractions in alphabetical order. */
export function cityGuide(country: Country, city: City, token: Token): RouteInput {
  const item = `${country.id}/${city.id}`;
  const attractions = city.attractions.map(({ id, name, visitors }) => ({ id, name, visitors }));
  return {
    path: `/guide/${item}`,
    answers: [
      {
        body: text({ city: city.name, attractions, reference: token(item) }),
        proof: { item, token: token(item), fields: {} },
      },
    ],
  };
}

/** The page of an attraction, with the faults of its role; `failures` says how often one that recovers fails, and how. */
export function attractionPage(
  [country, city, { id, name, reviews }]: readonly [Country, City, Attraction],
  { role, failures }: { readonly role: Role; readonly failures: number },
  token: Token,
): RouteInput {
  const item = `${country.id}/${city.id}/${id}`;
  const shown = reviews.map(({ id: review, author, stars, helpful, text: said }) => ({
    id: review,
    author,
    stars,
    helpful,
    text: said,
  }));
  const well: AnswerInput = {
    body: text({ attraction: name, reviewCount: reviews.length, reference: token(item), reviews: shown }),
    proof: { item, token: token(item), fields: { reviewCount: reviews.length } },
  };
  return { path: `/guide/${item}`, answers: faulty(role, failures, well) };
}

/** The export that is out of date: no references, and last year's visitors. */
export function bulkExport(country: Country): RouteInput {
  const attractions = topCities(country).flatMap((city) =>
    topAttractions(city).map(({ id, name, visitors, reviews }) => ({
      id,
      city: city.id,
      name,
      visitors: visitors - 1_000,
      reviews: reviews.slice(0, -1).map(({ id: review, stars, helpful }) => ({ id: review, stars, helpful })),
    })),
  );
  return {
    path: `/bulk/${country.id}`,
    answers: [{ body: text({ country: country.name, asOf: 'last year', attractions }) }],
  };
}

function faulty(role: Role, failures: number, well: AnswerInput): AnswerInput[] {
  const busy: AnswerInput = {
    status: 429,
    headers: { 'retry-after': '0' },
    body: '{"error":"too many requests"}\n',
    fault: 'limited',
  };
  const broken: AnswerInput = { status: 500, body: '{"error":"internal error"}\n', fault: 'broken' };
  if (role === 'unavailable') return [{ ...broken, fault: 'broken-for-ever' }];
  if (role === 'limited') return [{ ...busy, fault: 'limited-for-ever' }];
  if (role === 'gone') return [{ status: 404, body: '{"error":"no such attraction"}\n', fault: 'gone' }];
  if (role !== 'recovering') return [well];
  return [{ ...(failures % 2 === 1 ? busy : broken), when: { nth: [1, failures] } }, well];
}

const text = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
