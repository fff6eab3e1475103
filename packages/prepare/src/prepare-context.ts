import type { Level, ParameterValues, Preparation } from '@obey/schema';
import type { Random } from './random.js';
import type { TaskData } from './real-data/task-data.js';

/** What a task's `prepare` is given. */
export interface PrepareContext<P extends ParameterValues = ParameterValues> {
  readonly seed: number;
  readonly level: Level;
  /** Parameter values of the level. */
  readonly parameters: Readonly<P>;
  /** Fork it by name for each thing that is drawn, so that a new draw in one place never changes another. */
  readonly random: Random;
  /** The trial's secret, in hex. Nothing but proof tokens may depend on it. */
  readonly secret: string;
  /** The proof token of an item, by its key as in findings: keys of the loop values joined by `/`. */
  readonly token: (item: string) => string;
  /** Pages of the captures that the task declares, by name; absent when it declares no real data. */
  readonly captures?: TaskData['captures'];
  /** Text of the downloads that the task declares, by name; absent when it declares no real data. */
  readonly downloads?: TaskData['downloads'];
}

/** The `prepare` export of a task's prepare.ts: input files, routes of the world and facts, as a pure function. */
export type Prepare<P extends ParameterValues = ParameterValues> = (context: PrepareContext<P>) => Preparation;
