import type { Process } from '../ast.js';
import type { Deviation } from './deviation.js';
import { always, never, wrongBranch } from './deviations/branches.js';
import { claimOnly } from './deviations/claim-only.js';
import { earlyAggregate } from './deviations/early-aggregate.js';
import { noRevert, retryForever, swallowError } from './deviations/error-path.js';
import { forbidden } from './deviations/forbidden.js';
import { lump } from './deviations/lump.js';
import { fabricate, sample } from './deviations/made-up.js';
import { parallelize, serialize } from './deviations/modes.js';
import { reorder } from './deviations/reorder.js';
import { rerunAll } from './deviations/rerun-all.js';
import { runOn } from './deviations/run-on.js';
import { skip } from './deviations/skip.js';
import { split } from './deviations/split.js';
import { dropFromAggregate, listNotAggregate } from './deviations/wrong-aggregate.js';
import { named } from './named.js';

/** Every named way to depart from a process, by dimension. */
export const deviations: readonly Deviation[] = [
  skip,
  sample,
  fabricate,
  claimOnly,
  reorder,
  earlyAggregate,
  wrongBranch,
  always,
  never,
  rerunAll,
  runOn,
  forbidden,
  serialize,
  parallelize,
  lump,
  split,
  dropFromAggregate,
  listNotAggregate,
  swallowError,
  retryForever,
  noRevert,
];

/** The deviation of that name. @throws ObeyError `usage` that suggests the nearest one */
export function deviationNamed(name: string): Deviation {
  return named(deviations, 'deviation', name);
}

/** Names of the deviations whose construct a process has; any other one changes nothing. */
export function applicableDeviations(process: Process): string[] {
  return deviations.filter((deviation) => deviation.applies(process)).map(({ name }) => name);
}
