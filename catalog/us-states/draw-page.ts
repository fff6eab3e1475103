import type { Random } from '@obey/prepare';
import type { Page } from './page.js';

const firstNames = [
  'Amara',
  'Bela',
  'Carla',
  'Dario',
  'Edda',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kaya',
  'Luis',
];
const lastNames = [
  "O'Neal",
  'Abara',
  'Beck',
  'Chandra',
  'Duval',
  'Eriksen',
  'Ferrante',
  'Goldman',
  'Haddad',
  'Ito',
  'Kowal',
];
const industries = [
  'Health care',
  'Retail trade',
  'Food & lodging',
  'Education',
  'Manufacturing',
  'Construction',
  'Public administration',
  'Transport & storage',
  'Finance',
  'Farming',
];

/** A page with everything invented but the state's name; `population` and `reference` are the caller's. */
export function drawPage(random: Random, name: string, population: number, reference: string): Page {
  const people = random.fork('people');
  const [governor = '', predecessor = ''] = people
    .sample(lastNames, 2)
    .map((lastName) => `${people.pick(firstNames)} ${lastName}`);
  const work = random.fork('work');
  const chosen = work.sample(industries, 6);
  let tenths = work.integer(30, 60);
  const rising = chosen.map((industry) => {
    tenths += work.integer(3, 25);
    return { industry, tenths };
  });
  return {
    name,
    governor,
    predecessor,
    population,
    formerPopulation: Math.round(population * (0.82 + 0.1 * random.fork('former').real())),
    employment: work.shuffle(rising),
    reference,
  };
}
