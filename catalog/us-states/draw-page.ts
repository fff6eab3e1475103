import { drawShares, type ProfilePage, type Random } from '@obey/prepare';

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
export function drawPage(random: Random, name: string, population: number, reference: string): ProfilePage {
  const people = random.fork('people');
  const [holder = '', predecessor = ''] = people
    .sample(lastNames, 2)
    .map((lastName) => `${people.pick(firstNames)} ${lastName}`);
  return {
    name,
    holder,
    predecessor,
    figure: population,
    formerFigure: Math.round(population * (0.82 + 0.1 * random.fork('former').real())),
    shares: drawShares(random.fork('work'), industries),
    reference,
  };
}
