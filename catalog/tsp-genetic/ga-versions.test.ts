import { createRandom, isTour, roundedDistance, tourLength } from '@obey/prepare';
import { levels } from '@obey/schema';
import { expect, it } from 'vitest';
import { versions } from './ga-versions.js';
import { prepare } from './prepare.js';

const seeds = process.env.OBEY_FULL === '1' ? 40 : 2;
const shares = { easy: 80, medium: 60, hard: 45, elite: 35 } as const;
const leastSlack = 30;

type Solve = (problem: {
  cities: number;
  distance: (a: number, b: number) => number;
  random: () => number;
}) => readonly number[];

/** The 32-bit generator of tools/run.mjs. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

it(`comes down to the least share with its first change, and stays good, for ${seeds} seeds`, async () => {
  const solvers: Solve[] = [];
  for (const { source } of versions) {
    const module: { solve: Solve } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
    solvers.push(module.solve);
  }
  for (let seed = 0; seed < seeds; seed += 1) {
    const level = levels[seed % levels.length] ?? 'easy';
    const parameters = { share: shares[level], cycles: 3, slack: leastSlack };
    const made = prepare({ seed, level, parameters, random: createRandom(seed, 'tsp'), secret: '', token: () => '' });
    const best = made.facts?.best as Record<string, number>;
    const input = Object.values(made.facts?.input ?? {}) as {
      id: string;
      seed: number;
      points: { x: number; y: number }[];
    }[];
    for (const given of input) {
      const costs = solvers.map((solve) => {
        let cost = given.points.length;
        const random = seeded(given.seed);
        const tour = solve({
          cities: given.points.length,
          random: () => {
            cost += 1;
            return random();
          },
          distance: (a, b) => {
            cost += 1;
            return roundedDistance(given.points[a] ?? { x: 0, y: 0 }, given.points[b] ?? { x: 0, y: 0 });
          },
        });
        expect(isTour(tour, given.points.length)).toBe(true);
        const limit = ((best[given.id] ?? 0) * (100 + leastSlack)) / 100;
        expect(tourLength(given.points, tour), `${level} ${seed} ${given.id}`).toBeLessThanOrEqual(limit);
        return cost;
      });
      const [first = 0, second = 0, third = 0, fourth = 0] = costs;
      expect(second).toBeLessThanOrEqual((first * shares.elite) / 100);
      expect(third).toBeLessThan(second);
      expect(fourth).toBeLessThanOrEqual(third);
    }
  }
});
