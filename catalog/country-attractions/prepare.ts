import type { Prepare } from '@obey/prepare';
import {
  type Attraction,
  type City,
  type Country,
  drawCountries,
  mostHelpful,
  topAttractions,
  topCities,
} from './atlas.js';
import { planAttractions, planCountries, type Role, type Sizes, spotKey } from './plan.js';
import { attractionPage, bulkExport, cityGuide, cityPages } from './routes.js';

interface Place {
  readonly country: Country;
  readonly city: City;
  readonly attraction: Attraction;
  readonly role: Role;
  /** How often its page fails before it is well. */
  readonly failures: number;
}

export const prepare: Prepare<{ [Name in keyof Sizes]: number }> = ({ parameters, random, token }) => {
  const plans = planCountries(random.fork('plans'), parameters);
  const roles = planAttractions(random.fork('roles'), plans, parameters);
  const few = new Map([...roles].filter(([, role]) => role === 'few').map(([spot], index) => [spot, index % 3]));
  const countries = drawCountries(random.fork('countries'), plans, (spot) => {
    const key = spotKey(spot);
    if (roles.get(key) === 'three') return 3;
    return few.get(key) ?? random.fork('reviews', key).integer(4, 6);
  });
  const places = placesOf(countries, roles);
  const special = new Map(places.map((place) => [place.attraction, place]));
  const lost = new Set(places.filter(({ role }) => isLost(role)).map(({ attraction }) => attraction));
  return {
    files: { 'input/countries.json': `${JSON.stringify(countries.map(named), null, 2)}\n` },
    services: {
      atlas: { routes: countries.flatMap((country) => cityPages(country, token)) },
      guide: {
        routes: countries.flatMap((country) => [
          bulkExport(country),
          ...country.cities.flatMap((city) => [
            cityGuide(country, city, token),
            ...city.attractions.map((attraction) =>
              attractionPage(
                [country, city, attraction],
                special.get(attraction) ?? { role: 'ordinary', failures: 0 },
                token,
              ),
            ),
          ]),
        ]),
      },
    },
    facts: {
      countries: countries.map((country) => ({
        ...named(country),
        cities: topCities(country).map((city) => ({ ...named(city), attractions: topAttractions(city).map(named) })),
      })),
      served: Object.fromEntries(
        countries.map((country) => [
          country.id,
          topCities(country).map((city) => ({
            ...named(city),
            population: city.population,
            attractions: topAttractions(city).map((attraction) => ({
              ...named(attraction),
              reviews: lost.has(attraction) ? null : mostHelpful(attraction.reviews).map(labelled),
            })),
          })),
        ]),
      ),
      planted: {
        ...plantedCountries(countries),
        ...Object.fromEntries(
          (['few', 'three', 'recovering', 'unavailable', 'limited', 'gone'] as const).map((role) => [
            role,
            places.filter((place) => place.role === role).map(({ attraction }) => attraction.id),
          ]),
        ),
      },
    },
  };
};

const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });

const labelled = ({ id, stars, theme, sentiment }: Attraction['reviews'][number]) => ({ id, stars, theme, sentiment });

const isLost = (role: Role): boolean => role === 'unavailable' || role === 'limited' || role === 'gone';

/** Every top attraction with its role; those that recover fail once, twice, three times, once, …. */
function placesOf(countries: readonly Country[], roles: ReadonlyMap<string, Role>): Place[] {
  let recovering = 0;
  return countries.flatMap((country, countryIndex) =>
    topCities(country).flatMap((city, cityIndex) =>
      topAttractions(city).map((attraction, rank): Place => {
        const role = roles.get(spotKey({ country: countryIndex, city: cityIndex, rank })) ?? 'ordinary';
        if (role === 'recovering') recovering += 1;
        return { country, city, attraction, role, failures: 1 + (recovering % 3) };
      }),
    ),
  );
}

/** Countries with two cities or one page, and what is level at the third place. */
function plantedCountries(countries: readonly Country[]): Record<string, string[]> {
  const level = (sizes: readonly number[]) => {
    const falling = sizes.toSorted((a, b) => b - a);
    return falling.length > 3 && falling[2] === falling[3];
  };
  return {
    small: countries.filter(({ cities }) => cities.length === 2).map(({ id }) => id),
    single: countries.filter(({ cities }) => cities.length > 2 && cities.length <= 5).map(({ id }) => id),
    tiedCities: countries.filter(({ cities }) => level(cities.map(({ population }) => population))).map(({ id }) => id),
    tiedAttractions: countries
      .flatMap((country) => topCities(country))
      .filter(({ attractions }) => level(attractions.map(({ visitors }) => visitors)))
      .map(({ id }) => id),
  };
}
