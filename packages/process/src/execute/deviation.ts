import type { Dimension } from '@obey/schema';
import type { Process } from '../ast.js';
import type { Hooks } from './hooks.js';
import type { Walk } from './walk.js';

/** One named way to depart from a process: it changes the walk, never the handlers. */
export interface Deviation {
  readonly name: string;
  /** The dimension at fault. */
  readonly dimension: Dimension;
  /** What the agent does. */
  readonly says: string;
  /** Whether the process has the construct that it departs from. */
  readonly applies: (process: Process) => boolean;
  /** The changes to one walk of a process that it applies to; what it does with which item follows from the seed. */
  readonly begin: (walk: Walk) => Partial<Hooks>;
}
