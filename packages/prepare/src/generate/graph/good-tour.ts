import { type Point, roundedDistance, tourLength } from '../../measure/tour-length.js';

/** Up to so many places the tour is the shortest there is. */
const exactUpTo = 12;

/**
 * A good closed tour: the shortest one of up to 12 places (Held and Karp, 1962); of more, the best that the nearest neighbour
 * from each start and 2-opt with or-opt moves find, an upper bound. Of few places any order is one.
 */
export function goodTour(points: readonly Point[]): number[] {
  const distances = points.map((a) => points.map((b) => roundedDistance(a, b)));
  if (points.length <= 3) return points.map((_, index) => index);
  if (points.length <= exactUpTo) return heldKarp(distances);
  let best: number[] | undefined;
  for (let start = 0; start < points.length; start += 1) {
    const tour = improved(nearestNeighbours(distances, start), distances);
    if (best === undefined || tourLength(points, tour) < tourLength(points, best)) best = tour;
  }
  return best ?? [];
}

type Distances = readonly (readonly number[])[];

const between = (distances: Distances, a = 0, b = 0): number => distances[a]?.[b] ?? 0;

function heldKarp(distances: Distances): number[] {
  const others = distances.length - 1;
  const sets = 1 << others;
  const cost = new Float64Array(sets * others).fill(Number.POSITIVE_INFINITY);
  const from = new Int8Array(sets * others).fill(-1);
  for (let last = 0; last < others; last += 1) cost[(1 << last) * others + last] = between(distances, others, last);
  for (let set = 1; set < sets; set += 1) {
    for (let last = 0; last < others; last += 1) {
      const known = cost[set * others + last] ?? Number.POSITIVE_INFINITY;
      if ((set & (1 << last)) === 0 || known === Number.POSITIVE_INFINITY) continue;
      for (let next = 0; next < others; next += 1) {
        if ((set & (1 << next)) !== 0) continue;
        const at = (set | (1 << next)) * others + next;
        const sum = known + between(distances, last, next);
        if (sum < (cost[at] ?? 0)) {
          cost[at] = sum;
          from[at] = last;
        }
      }
    }
  }
  let set = sets - 1;
  const closing = (last: number) => (cost[set * others + last] ?? 0) + between(distances, last, others);
  let last = 0;
  for (let candidate = 1; candidate < others; candidate += 1) if (closing(candidate) < closing(last)) last = candidate;
  const tour = [others];
  while (last >= 0) {
    tour.push(last);
    const previous = from[set * others + last] ?? -1;
    set &= ~(1 << last);
    last = previous;
  }
  return tour;
}

function nearestNeighbours(distances: Distances, start: number): number[] {
  const tour = [start];
  const left = new Set(distances.keys());
  left.delete(start);
  while (left.size > 0) {
    const here = tour.at(-1);
    const [next = 0] = [...left].toSorted((a, b) => between(distances, here, a) - between(distances, here, b) || a - b);
    tour.push(next);
    left.delete(next);
  }
  return tour;
}

/** Reverses stretches and moves stretches of up to three places elsewhere, as long as that shortens the tour. */
function improved(start: readonly number[], distances: Distances): number[] {
  const length = (tour: readonly number[]) =>
    tour.reduce((sum, place, index) => sum + between(distances, place, tour[(index + 1) % tour.length]), 0);
  let tour = [...start];
  let shortest = length(tour);
  for (let found = true; found; ) {
    found = false;
    for (const candidate of neighbours(tour)) {
      const reached = length(candidate);
      if (reached >= shortest) continue;
      [tour, shortest, found] = [candidate, reached, true];
      break;
    }
  }
  return tour;
}

function* neighbours(tour: readonly number[]): Generator<number[]> {
  for (let from = 0; from < tour.length - 1; from += 1) {
    for (let to = from + 1; to < tour.length; to += 1) {
      const stretch = tour.slice(from, to + 1);
      yield [...tour.slice(0, from), ...stretch.toReversed(), ...tour.slice(to + 1)];
      if (stretch.length > 3) continue;
      const rest = [...tour.slice(0, from), ...tour.slice(to + 1)];
      for (let at = 0; at <= rest.length; at += 1) yield [...rest.slice(0, at), ...stretch, ...rest.slice(at)];
    }
  }
}
