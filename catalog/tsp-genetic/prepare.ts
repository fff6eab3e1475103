import { drawPoints, goodTour, jsonText, type Prepare, tourLength } from '@obey/prepare';
import type { Json } from '@obey/schema';
import { runner } from './runner.js';

const sizes = [5, 8, 12, 16, 20];
type Role = 'fine' | 'atLimit' | 'mendable' | 'hopeless';

export const prepare: Prepare<{ share: number; cycles: number; slack: number }> = ({ parameters, random }) => {
  const roles = random.fork('roles').shuffle<Role>(['fine', 'fine', 'atLimit', 'mendable', 'hopeless']);
  const cases = sizes.map((cities, index) => {
    const id = `c${String(cities).padStart(2, '0')}`;
    const draw = random.fork('case', id);
    const points = drawPoints(draw.fork('points'), { count: cities, side: 1_000, apart: 20 });
    const role = roles[index] ?? 'fine';
    const limit = limitOf(role, draw.fork('limit').integer(130, 250), parameters.share, cities);
    return { id, cities, role, points, limit, seed: draw.fork('seed').integer(1, 2 ** 31 - 1) };
  });
  const input = cases.map(({ id, points, limit, seed }) => ({
    id,
    points: points.map(({ x, y }) => ({ x, y })),
    limit,
    seed,
  }));
  const having = (role: Role) => cases.filter((one) => one.role === role).map(({ id }) => id);
  return {
    files: { 'input/cases.json': jsonText(input), 'tools/run.mjs': runner },
    facts: {
      cases: cases.map(({ id, cities }) => ({ id, cities })),
      input: Object.fromEntries(input.map((one): [string, Json] => [one.id, one])),
      best: Object.fromEntries(cases.map(({ id, points }) => [id, tourLength(points, goodTour(points))])),
      planted: { atLimit: having('atLimit'), mendable: having('mendable'), hopeless: having('hopeless') },
    },
  };
};

/** A share of what the first run costs, in per cent; of the hopeless case fewer units than its tour has stages. */
function limitOf(role: Role, generous: number, share: number, cities: number): { percent: number } | { units: number } {
  switch (role) {
    case 'fine':
      return { percent: generous };
    case 'atLimit':
      return { percent: 100 };
    case 'mendable':
      return { percent: share };
    case 'hopeless':
      return { units: cities - 1 };
  }
}
