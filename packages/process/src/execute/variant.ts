import type { Process } from '../ast.js';
import type { Hooks } from './hooks.js';
import type { Walk } from './walk.js';

/** One way to be untidy and wholly obedient. */
export interface Variant {
  readonly name: string;
  /** What the agent does. */
  readonly says: string;
  /** Whether a walk of this process differs at all. */
  readonly applies: (process: Process) => boolean;
  readonly begin: (walk: Walk) => Partial<Hooks>;
}
