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
  /** Rearranges what has not begun: it cannot begin in the middle of a walk. */
  readonly isAhead?: true;
  /**
   * The changes to one walk; what it does with which item follows from the seed. It departs in `process`: the walk's own, or
   * what is left of it, that it applies to.
   */
  readonly begin: (walk: Walk, process: Process) => Partial<Hooks>;
}
