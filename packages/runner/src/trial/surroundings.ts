import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';

/** What a trial takes from outside: time, chance and the machine. */
export interface Surroundings {
  /** Monotonic, in ms. */
  readonly now: () => number;
  /** Wall clock, in ms since 1970. */
  readonly date: () => number;
  readonly newId: () => string;
  /** The runner's own environment; of it the candidate gets PATH and its credentials, and its keys are kept out of every file. */
  readonly variables: NodeJS.ProcessEnv;
  /** Where the candidate's directory is made. */
  readonly temporary: string;
}

export const machine: Surroundings = {
  now: () => performance.now(),
  date: () => Date.now(),
  newId: () => randomUUID(),
  variables: process.env,
  temporary: tmpdir(),
};
