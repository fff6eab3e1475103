import type { Random } from '../../../random.js';
import type { Noun } from '../naming.js';
import type { Part } from '../source-module.js';

/**
 * What comes of taking a planted cycle's upward import out: `resolvable` satisfies all conditions, `api` changes the public
 * API, `tests` breaks a test, `imports` leaves as many imports as before or more.
 */
export type CycleKind = 'resolvable' | 'api' | 'tests' | 'imports';

/** Modules that import one another in a ring, with what else they need. */
export interface PlantedCycle extends Part {
  /** Paths below `src/` without `.ts`, in alphabetical order. */
  readonly ring: readonly string[];
  /** By how many imports taking the cycle out changes their number. */
  readonly change: number;
}

/** Makes a cycle for one thing of the domain. */
export type PlantCycle = (random: Random, noun: Noun) => PlantedCycle;
