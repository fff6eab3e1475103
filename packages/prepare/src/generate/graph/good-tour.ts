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
  let tour = [...start];
  for (;;) {
    const better = reversed(tour, distances) ?? moved(tour, distances);
    if (better === undefined) return tour;
    tour = better;
  }
}

/** The tour with the first stretch turned round that is shorter so (2-opt). */
function reversed(tour: readonly number[], distances: Distances): number[] | undefined {
  const count = tour.length;
  for (let from = 1; from < count - 1; from += 1) {
    const [before, first] = [tour[from - 1], tour[from]];
    for (let to = from + 1; to < count; to += 1) {
      const [last, after] = [tour[to], tour[(to + 1) % count]];
      const now = between(distances, before, first) + between(distances, last, after);
      if (between(distances, before, last) + between(distances, first, after) >= now) continue;
      return [...tour.slice(0, from), ...tour.slice(from, to + 1).toReversed(), ...tour.slice(to + 1)];
    }
  }
  return undefined;
}

/** The tour with the first stretch of up to three places elsewhere that makes it shorter (or-opt). */
function moved(tour: readonly number[], distances: Distances): number[] | undefined {
  const count = tour.length;
  for (let size = 1; size <= 3; size += 1) {
    for (let from = 1; from + size <= count; from += 1) {
      const [before, first, last, after] = [
        tour[from - 1],
        tour[from],
        tour[from + size - 1],
        tour[(from + size) % count],
      ];
      const gain =
        between(distances, before, first) + between(distances, last, after) - between(distances, before, after);
      const rest = [...tour.slice(0, from), ...tour.slice(from + size)];
      for (let at = 1; at <= rest.length; at += 1) {
        const [left, right] = [rest[at - 1], rest[at % rest.length]];
        const cost =
          between(distances, left, first) + between(distances, last, right) - between(distances, left, right);
        if (cost < gain) return [...rest.slice(0, at), ...tour.slice(from, from + size), ...rest.slice(at)];
      }
    }
  }
  return undefined;
}
