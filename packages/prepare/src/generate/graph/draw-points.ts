import type { Point } from '../../measure/tour-length.js';
import type { Random } from '../../random.js';

export interface PointsOptions {
  readonly count: number;
  /** Coordinates go from 0 to this, both included. */
  readonly side: number;
  /** Least distance along one of the axes between any two; 1 unless given. */
  readonly apart?: number;
}

/** Places in a square, no two at the same spot. @throws RangeError when so many do not fit */
export function drawPoints(random: Random, { count, side, apart = 1 }: PointsOptions): Point[] {
  const points: Point[] = [];
  for (let attempt = 0; points.length < count; attempt += 1) {
    if (attempt > 200 * count + 1_000) throw new RangeError(`${count} points ${apart} apart do not fit into ${side}²`);
    const point = { x: random.integer(0, side), y: random.integer(0, side) };
    const isFree = points.every(({ x, y }) => Math.abs(x - point.x) >= apart || Math.abs(y - point.y) >= apart);
    if (isFree) points.push(point);
  }
  return points;
}
