import type { Random } from '@obey/prepare';
import { type CountryPlan, pageSize } from './atlas.js';

export interface Sizes {
  readonly countries: number;
  readonly small: number;
  readonly single: number;
  readonly ties: number;
  readonly few: number;
  readonly recovering: number;
}

/** What is special about a top attraction. */
export type Role = 'few' | 'three' | 'recovering' | 'unavailable' | 'limited' | 'gone' | 'ordinary';

/** The place of a top attraction: which country, which of its top cities, which of that city’s top attractions. */
export interface Spot {
  readonly country: number;
  readonly city: number;
  readonly rank: number;
}

export const spotKey = ({ country, city, rank }: Spot): string => `${country} ${city} ${rank}`;

/** Which countries have two cities, one page, and ties. All that have more than one page can be wrong when the first alone is read. */
export function planCountries(random: Random, { countries, small, single, ties }: Sizes): CountryPlan[] {
  const plans = Array.from({ length: countries }, (_, index): CountryPlan => {
    const draw = random.fork('cities', index);
    const cities =
      index < small ? 2 : index < small + single ? draw.integer(4, pageSize) : draw.integer(pageSize + 2, 2 * pageSize);
    const place = index - small - single;
    return { cities, tiedCities: place >= 0 && place < ties, tiedAttractions: place >= ties && place < 2 * ties };
  });
  return random.fork('order').shuffle(plans);
}

/** The role of each special attraction, none in a country with a tie of attractions; at most one that is lost in a country. */
export function planAttractions(random: Random, plans: readonly CountryPlan[], sizes: Sizes): Map<string, Role> {
  const free = random.shuffle(plans.map((_, country) => country).filter((country) => !plans[country]?.tiedAttractions));
  const spotsOf = (country: number, index: number): Spot[] => {
    const cities = Math.min(3, plans[country]?.cities ?? 0);
    const draw = random.fork('spots', country);
    return draw
      .shuffle(Array.from({ length: cities }, (_, city) => [0, 1, 2].map((rank) => ({ country, city, rank }))).flat())
      .slice(index, index + 1);
  };
  const roles: Role[] = [
    'unavailable',
    'limited',
    'gone',
    'three',
    ...Array.from({ length: sizes.recovering }, (): Role => 'recovering'),
    ...Array.from({ length: sizes.few }, (): Role => 'few'),
  ];
  const planned = new Map<string, Role>();
  for (const [index, role] of roles.entries()) {
    const country = free[index % free.length] ?? 0;
    for (const spot of spotsOf(country, Math.floor(index / free.length))) planned.set(spotKey(spot), role);
  }
  return planned;
}
