import type { TryNode } from '../ast.js';
import { beginOf, endOf, type Occurrence } from './event-index.js';
import { keyed, meets, simpleMatchers } from './matching.js';
import { isAfter, later, type Point } from './point.js';
import type { Frame, MutableUnit, ReplayRun } from './replay-run.js';

export interface Attempt {
  readonly occurrence: Occurrence;
  readonly fault: boolean;
}

/** Everything that `on` watches for this item, in recorder order, with whether it was a fault. */
export function attemptsOf(run: ReplayRun, node: TryNode, frame: Frame): Attempt[] {
  const attempts: Attempt[] = [];
  for (const matcher of simpleMatchers(node.on)) {
    const { where: _, ...anyway } = matcher;
    for (const occurrence of keyed(matcher, frame.scope, run)) {
      if (frame.hard !== undefined && isAfter(frame.hard, beginOf(occurrence), run.index.lags)) continue;
      if (!meets(anyway as typeof matcher, occurrence, frame.scope, run, 'any')) continue;
      const fault =
        matcher.where === undefined
          ? !meets(matcher, occurrence, frame.scope, run, 'done')
          : meets(matcher, occurrence, frame.scope, run, 'any');
      attempts.push({ occurrence, fault });
    }
  }
  return attempts.sort((a, b) => a.occurrence.event.seq - b.occurrence.event.seq);
}

/** The last moment of a list of attempts. */
export function lastEnd(attempts: readonly Attempt[]): Point | undefined {
  return attempts.map(({ occurrence }) => endOf(occurrence)).reduce<Point | undefined>(later, undefined);
}

/** The unit of one item's recovery, before its credit is known. */
export function recoveryUnit(node: TryNode, frame: Frame, step: string): MutableUnit {
  return {
    dimension: 'errorHandling',
    group: node.id,
    step,
    item: frame.key,
    weight: 1,
    credit: 1,
    exercised: true,
    observable: true,
    code: 'recovery-incomplete',
    due: '',
    seen: '',
    cites: [],
  };
}
