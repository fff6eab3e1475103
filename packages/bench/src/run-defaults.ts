import { availableParallelism } from 'node:os';

/** Scale of simulated latency that keeps a trial short while overlap stays visible. */
export const defaultPace = 0.1;

/** Trials at once: a trial mostly waits for its candidate, but a starved recorder would see less than what happened. */
export const defaultConcurrency = (): number => Math.max(1, Math.min(4, availableParallelism()));
