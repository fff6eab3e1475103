import { drawPlaceNames, drawReviews, drawSights, type Random, type Review } from '@obey/prepare';

export interface Attraction {
  readonly id: string;
  readonly name: string;
  readonly visitors: number;
  /** Latest first. */
  readonly reviews: readonly Review[];
}

export interface City {
  readonly id: string;
  readonly name: string;
  readonly population: number;
  /** In alphabetical order. */
  readonly attractions: readonly Attraction[];
}

export interface Country {
  readonly id: string;
  readonly name: string;
  /** In alphabetical order. */
  readonly cities: readonly City[];
}

/** What a country is like, as far as it is planned. */
export interface CountryPlan {
  readonly cities: number;
  /** The third and the fourth city are level. */
  readonly tiedCities: boolean;
  /** The third and the fourth attraction of the largest city are level. */
  readonly tiedAttractions: boolean;
}

export const pageSize = 5;
const kept = 3;

/** The largest first; those that are level in alphabetical order. */
export function ranked<T extends { readonly name: string }>(list: readonly T[], size: (one: T) => number): T[] {
  return list.toSorted((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1));
}

/** The most helpful reviews; those that are level by their number. */
export function mostHelpful(reviews: readonly Review[]): Review[] {
  return reviews.toSorted((a, b) => b.helpful - a.helpful || numberOf(a) - numberOf(b)).slice(0, kept);
}

export const topCities = ({ cities }: Country): City[] => ranked(cities, (city) => city.population).slice(0, kept);

export const topAttractions = ({ attractions }: City): Attraction[] =>
  ranked(attractions, (attraction) => attraction.visitors).slice(0, kept);

const numberOf = ({ id }: Review): number => Number(id.split('-').at(-1));

/** Countries as planned; how many reviews each top attraction has is the caller's. */
export function drawCountries(
  random: Random,
  plans: readonly CountryPlan[],
  reviewsOf: (place: { readonly country: number; readonly city: number; readonly rank: number }) => number,
): Country[] {
  const count = plans.reduce((sum, plan) => sum + plan.cities, plans.length);
  const names = drawPlaceNames(random.fork('names'), count);
  return plans.map((plan, country) => {
    const name = names[country] ?? '';
    const draw = random.fork('country', country);
    const own = names.splice(plans.length, plan.cities).toSorted();
    const populations = placed(draw.fork('populations'), plan);
    const order = own.map((_, index) => index).toSorted((a, b) => rankBy(populations, own, a, b));
    const cities = own.map((cityName, index): City => {
      const rank = order.indexOf(index);
      const isTop = rank < kept;
      const tied = plan.tiedAttractions && rank === 0;
      const id = idOf(cityName);
      const attractions = drawAttractions(draw.fork('city', index), {
        city: id,
        count: isTop ? draw.fork('count', index).integer(4, 5) : kept,
        tied,
        reviews: (place) => (isTop && place < kept ? reviewsOf({ country, city: rank, rank: place }) : 1 + (place % 3)),
      });
      return { id, name: cityName, population: populations[index] ?? 0, attractions };
    });
    return { id: idOf(name), name, cities };
  });
}

const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

function rankBy(sizes: readonly number[], names: readonly string[], a: number, b: number): number {
  return (sizes[b] ?? 0) - (sizes[a] ?? 0) || ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1);
}

/** Populations by place in the alphabet, all different but for a planned tie; the largest is on the last page. */
function placed(random: Random, { cities, tiedCities }: CountryPlan): number[] {
  const falling = random
    .sample(
      Array.from({ length: 900 }, (_, index) => 40 + index),
      cities,
    )
    .toSorted((a, b) => b - a)
    .map((thousands) => thousands * 1_000 + random.integer(0, 999));
  if (tiedCities) falling[kept] = falling[kept - 1] ?? 0;
  const [largest = 0, ...rest] = falling;
  const others = random.shuffle(rest);
  const onLastPage = random.integer(Math.floor((cities - 1) / pageSize) * pageSize, cities - 1);
  return [...others.slice(0, onLastPage), largest, ...others.slice(onLastPage)];
}

interface AttractionPlan {
  readonly city: string;
  readonly count: number;
  readonly tied: boolean;
  /** Number of reviews of the attraction that comes so far in the ranking. */
  readonly reviews: (rank: number) => number;
}

function drawAttractions(random: Random, { city, count, tied, reviews }: AttractionPlan): Attraction[] {
  const names = drawSights(random.fork('sights'), count).toSorted();
  const falling = random
    .fork('visitors')
    .sample(
      Array.from({ length: 500 }, (_, index) => 20 + index),
      count,
    )
    .toSorted((a, b) => b - a)
    .map((hundreds) => hundreds * 100);
  if (tied) falling[kept] = falling[kept - 1] ?? 0;
  const visitors = random.fork('order').shuffle(falling);
  const sized = names.map((name, index) => ({ name, visitors: visitors[index] ?? 0 }));
  const order = ranked(sized, (one) => one.visitors);
  return sized.map((attraction) => {
    const rank = order.indexOf(attraction);
    const id = `${city}-${idOf(attraction.name)}`;
    const drawn = drawReviews(random.fork('reviews', rank), { count: reviews(rank), prefix: `${id}-` });
    return { ...attraction, id, reviews: random.fork('latest', rank).shuffle(level(drawn)) };
  });
}

/** Where there are more than can be taken, the last one taken and the first one left out are level. */
function level(reviews: readonly Review[]): Review[] {
  const order = mostHelpful(reviews);
  const last = order.at(-1);
  const next = reviews.filter((review) => !order.includes(review)).toSorted((a, b) => b.helpful - a.helpful)[0];
  if (reviews.length !== 5 || last === undefined || next === undefined) return [...reviews];
  return reviews.map((review) => (review === next ? { ...review, helpful: last.helpful } : review));
}
