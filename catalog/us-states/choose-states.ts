import type { Random } from '@obey/prepare';
import { atlas, type State, statesOf } from './atlas.js';

const leastPerRegion = 2;

/** So many states, at least two of each region, in alphabetical order. */
export function chooseStates(random: Random, count: number): State[] {
  const first = atlas.flatMap((region) => random.fork(region.id).sample(statesOf(region), leastPerRegion));
  const others = atlas.flatMap(statesOf).filter(({ slug }) => !first.some((state) => state.slug === slug));
  const rest = random.fork('rest').sample(others, count - first.length);
  return [...first, ...rest].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
