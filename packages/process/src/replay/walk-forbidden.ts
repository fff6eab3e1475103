import type { StepNode } from '../ast.js';
import { dueText } from './due-text.js';
import { isObservable, keyed, meets, simpleMatchers } from './matching.js';
import { emptySpan, type Frame, type ReplayRun, type Span } from './replay-run.js';

/**
 * A step that may never be done (`atMost: 0`): whoever leaves it alone earns nothing by that, so there is a unit only where its
 * evidence is found, at any time. It has no place in any order.
 */
export function walkForbidden(run: ReplayRun, node: StepNode, frame: Frame): Span {
  if (frame.silent || frame.cycle > 1 || !isObservable(node.done, run.context)) return emptySpan;
  const { scope, key } = frame;
  const found = simpleMatchers(node.done).flatMap((matcher) =>
    keyed(matcher, scope, run).filter((occurrence) => meets(matcher, occurrence, scope, run, 'done')),
  );
  if (found.length === 0) return emptySpan;
  run.emit({
    dimension: 'completeness',
    group: `${node.id}.never`,
    step: node.step,
    item: key,
    weight: 1,
    credit: 0,
    exercised: true,
    observable: true,
    code: 'step-forbidden',
    due: `never ${dueText(node, scope)}`,
    seen: found.length === 1 ? 'done' : `done ${found.length} times`,
    cites: [...new Set(found.map(({ event }) => event.seq))].sort((a, b) => a - b),
  });
  return emptySpan;
}
