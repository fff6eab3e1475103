import type { Walk, WalkContext } from './walk.js';

/**
 * One way to fool a judge. Unlike a deviation it is no departure on the way: it takes the place of the whole walk, so it
 * applies to every process.
 */
export interface Attack {
  readonly name: string;
  /** What the agent does. */
  readonly says: string;
  /** Code of the integrity finding that must give it away. */
  readonly finding: string;
  /** All that it does. */
  readonly perform: (walk: Walk, context: WalkContext) => Promise<void>;
}
