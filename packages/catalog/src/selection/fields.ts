import { dimensions } from '@obey/schema';
import { constructs } from '../metadata.js';
import type { TaskSummary } from '../task-summary.js';

/** A field that is asked with `field:value`; where `known` is given, other values are refused. */
export interface WordField {
  readonly values: (task: TaskSummary) => readonly string[];
  readonly known?: readonly string[];
}

export const wordFields: Readonly<Record<string, WordField>> = {
  id: { values: (task) => [task.id] },
  suite: { values: (task) => task.suite },
  domain: { values: (task) => [task.domain] },
  skill: { values: (task) => task.skills },
  tag: { values: (task) => task.tags },
  has: { values: (task) => task.constructs, known: constructs },
  dimension: { values: (task) => task.dimensions, known: dimensions },
  network: { values: (task) => [task.network], known: ['none', 'world', 'open'] },
};

/** Fields that are compared with a number. */
export const numberFields: Readonly<Record<string, (task: TaskSummary) => number>> = {
  complexity: (task) => task.complexity,
  steps: (task) => task.steps,
  minutes: (task) => task.minutes,
};
