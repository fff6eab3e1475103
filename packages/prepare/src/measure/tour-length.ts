/** A place in the plane; whole coordinates give the same distances everywhere. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The distance of two places, rounded to the nearest whole number (TSPLIB 95, EUC_2D). */
export function roundedDistance(a: Point, b: Point): number {
  return Math.floor(Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2) + 0.5);
}

/** Whether a list names each of `count` places, 0 to count − 1, exactly once. */
export function isTour(tour: unknown, count: number): tour is readonly number[] {
  if (!Array.isArray(tour) || tour.length !== count) return false;
  return new Set(tour).size === count && tour.every((place) => Number.isInteger(place) && place >= 0 && place < count);
}

/** The length of a closed tour in whole units: the sum of its rounded distances, the way back included. */
export function tourLength(points: readonly Point[], tour: readonly number[]): number {
  let length = 0;
  tour.forEach((place, index) => {
    const [from, to] = [points[place], points[tour[(index + 1) % tour.length] ?? 0]];
    if (from === undefined || to === undefined)
      throw new RangeError(`a tour of ${points.length} places has no ${place}`);
    length += roundedDistance(from, to);
  });
  return length;
}
