import type { Answer } from '@obey/schema';
import { createRandom } from '../random.js';

export interface LatencySource {
  readonly seed: number;
  readonly service: string;
  readonly method: string;
  readonly path: string;
  /** Which call of the route, from 1. */
  readonly nth: number;
  /** The service's range in ms at pace 1. */
  readonly range: readonly [number, number];
  readonly answer: Pick<Answer, 'latencyMs'>;
}

/** Milliseconds that an answer takes at pace 1, from a stream of its own, so that the order of arrival changes nothing. */
export function latencyMs({ seed, service, method, path, nth, range, answer }: LatencySource): number {
  if (answer.latencyMs !== undefined) return answer.latencyMs;
  const share = createRandom(seed, 'latency', service, method, path, nth).real();
  return range[0] + share * (range[1] - range[0]);
}
