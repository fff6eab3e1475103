/** A genetic algorithm and what was done to it: each version mends what a profile of the one before shows. */
export interface Version {
  /** The function in which most look-ups arise in the version before. */
  readonly mends: string;
  readonly source: string;
}

const solve = (ranking: string, ending: string): string => `export function solve({ cities, distance, random }) {
  const lengthOf = ${ranking.includes('memo') ? 'memo(cities, distance)' : '(tour) => tourLength(tour, distance)'};
  let population = Array.from({ length: 30 }, () => shuffled(cities, random));
${ending.includes('patience') ? '  let best = Number.POSITIVE_INFINITY;\n  let patience = 40;\n' : ''}  for (let generation = 0; generation < 20 + 8 * cities; generation += 1) {
    population = ranked(population, lengthOf);
${ending}    const next = population.slice(0, 6);
    while (next.length < 30) {
      const child = crossed(picked(population, random), picked(population, random), random);
      next.push(mutated(child, random));
    }
    population = next;
  }
  return ranked(population, lengthOf)[0];
}
`;

const operators = `
function tourLength(tour, distance) {
  let length = 0;
  for (let i = 0; i < tour.length; i += 1) length += distance(tour[i], tour[(i + 1) % tour.length]);
  return length;
}

function shuffled(cities, random) {
  const tour = Array.from({ length: cities }, (_, city) => city);
  for (let i = cities - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [tour[i], tour[j]] = [tour[j], tour[i]];
  }
  return tour;
}

/** Of two tours the one of better rank. */
function picked(population, random) {
  return population[Math.min(...[0, 1].map(() => Math.floor(random() * population.length)))];
}

/** A stretch of one parent, the rest in the order of the other (order crossover). */
function crossed(a, b, random) {
  const [from, to] = [Math.floor(random() * a.length), Math.floor(random() * a.length)].sort((x, y) => x - y);
  const stretch = a.slice(from, to + 1);
  const rest = b.filter((city) => !stretch.includes(city));
  return [...rest.slice(0, from), ...stretch, ...rest.slice(from)];
}

/** Turns a stretch round, which a second time in three undoes a crossing of two stages. */
function mutated(tour, random) {
  if (random() > 0.85) return tour;
  const [from, to] = [Math.floor(random() * tour.length), Math.floor(random() * tour.length)].sort((x, y) => x - y);
  return [...tour.slice(0, from), ...tour.slice(from, to + 1).reverse(), ...tour.slice(to + 1)];
}
`;

const comparing = `
/** The shortest tour first. */
function ranked(population, lengthOf) {
  return [...population].sort((a, b) => lengthOf(a) - lengthOf(b));
}
`;

const scoring = `
/** The shortest tour first; each is measured once. */
function ranked(population, lengthOf) {
  const scored = population.map((tour) => ({ tour, length: lengthOf(tour) }));
  return scored.sort((a, b) => a.length - b.length).map(({ tour }) => tour);
}
`;

const memo = `
/** Measures tours and looks each distance up once, either way round. */
function memo(cities, distance) {
  const known = new Map();
  const once = (a, b) => {
    const key = a < b ? a * cities + b : b * cities + a;
    if (!known.has(key)) known.set(key, distance(a, b));
    return known.get(key);
  };
  return (tour) => tourLength(tour, once);
}
`;

const patience = `    const shortest = lengthOf(population[0]);
    patience = shortest < best ? 40 : patience - 1;
    best = Math.min(best, shortest);
    if (patience === 0) break;
`;

export const versions: readonly [Version, ...Version[]] = [
  { mends: '', source: solve('', '') + operators + comparing },
  { mends: 'the comparison of two tours, which measures both anew', source: solve('', '') + operators + scoring },
  {
    mends: 'tourLength, which looks the same distances up again',
    source: solve('memo', '') + operators + scoring + memo,
  },
  {
    mends: 'random numbers for generations that change nothing any more',
    source: solve('memo', patience) + operators + scoring + memo,
  },
];
