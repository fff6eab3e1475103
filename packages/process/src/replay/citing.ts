import type { Occurrence } from './event-index.js';
import type { Instance } from './replay-run.js';

/** The events that an instance rests on. */
export function citesOf({ evidence }: Instance): number[] {
  if (evidence === undefined) return [];
  const { done, started } = evidence;
  if (done.length === 1 && started.length === 0) return [(done[0] as Occurrence).event.seq];
  return [...new Set([...started, ...done].map(({ event }) => event.seq))].sort((a, b) => a - b);
}
