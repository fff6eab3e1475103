import type { Random } from '../../random.js';

const things = [
  'Bell',
  'Clock',
  'Copper',
  'Fountain',
  'Glass',
  'Harbour',
  'Iron',
  'Lantern',
  'Loom',
  'Maritime',
  'Mill',
  'Mint',
  'Orchard',
  'Paper',
  'Pearl',
  'Porcelain',
  'River',
  'Salt',
  'Silk',
  'Spice',
  'Tile',
  'Toy',
  'Weaver',
  'Windmill',
];
const kinds = [
  'Arcade',
  'Baths',
  'Bridge',
  'Cathedral',
  'Citadel',
  'Garden',
  'Hall',
  'Lighthouse',
  'Market',
  'Museum',
  'Observatory',
  'Palace',
  'Park',
  'Quarter',
  'Theatre',
  'Tower',
];

/** So many different sights of one city, such as `Old Mint Tower`. @throws RangeError for more than `mostSights` */
export function drawSights(random: Random, count: number): string[] {
  if (count > mostSights) throw new RangeError(`${count} sights, at most ${mostSights}`);
  const chosen = random.fork('kinds').sample(kinds, Math.min(count, kinds.length));
  const draw = random.fork('things').shuffle(things);
  return Array.from({ length: count }, (_, index) => {
    const kind = chosen[index % chosen.length] as string;
    const lap = Math.floor(index / chosen.length);
    return `${draw[(index + lap) % draw.length]} ${kind}`;
  });
}

/** The most sights that can be drawn at once. */
export const mostSights = things.length * kinds.length;
