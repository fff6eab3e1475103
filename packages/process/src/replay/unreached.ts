import type { Block, Node, StepNode } from '../ast.js';
import type { Cause, Entry, Frame, MutableUnit, ReplayRun, Span } from './replay-run.js';
import { guardedBlocks } from './static-facts.js';

/** What was due but could not begin: a unit for each obligation whose items are unknown, unexercised, with its cause. */
export function emitUnreached(run: ReplayRun, node: Node, frame: Frame, because: Cause): Span {
  const entries: Entry[] = [];
  if (!frame.silent) visit(run, [node], frame.key, because, entries);
  return { due: true, entries, exits: [], instances: [], acts: [], missing: because };
}

function visit(run: ReplayRun, block: Block, item: string, because: Cause, entries: Entry[]): void {
  for (const node of block) {
    if (node.type === 'step') {
      if (node.optional) continue;
      run.emit(
        unexercised(node.aggregate === undefined ? 'completeness' : 'aggregation', node.id, node.step, item, because),
      );
      entries.push({ step: node.step, item, point: undefined, decided: false, observable: true });
    } else if (node.type === 'if' && !node.structural) {
      const first = firstStep([...node.whenTrue, ...node.whenFalse]);
      run.emit(unexercised('conditionality', node.id, first?.step ?? '', item, because));
    } else if (node.type === 'repeat') {
      run.emit(unexercised('conditionality', node.id, firstStep(node.do)?.step ?? '', item, because));
    } else if (node.type === 'call') {
      const inner = run.process.procedures.get(node.procedure)?.do ?? [];
      visit(
        run,
        inner.filter(({ type }) => type === 'step'),
        item,
        because,
        entries,
      );
    } else {
      if (node.type === 'forEach' && node.mode !== 'any') run.present.add('parallelism');
      if (node.type === 'forEach' && node.while !== undefined) {
        run.emit(unexercised('conditionality', node.id, firstStep(node.do)?.step ?? '', item, because));
      }
      if (node.type === 'parallel') run.present.add('parallelism');
      for (const { inner, guarded } of guardedBlocks(node)) if (!guarded) visit(run, inner, item, because, entries);
    }
  }
}

/** A unit that is due and cannot be exercised. */
export function unexercised(
  dimension: MutableUnit['dimension'],
  group: string,
  step: string,
  item: string,
  because: Cause,
): MutableUnit {
  return {
    dimension,
    group,
    step,
    item,
    weight: 1,
    credit: 0,
    exercised: false,
    observable: true,
    code: 'unexercised',
    due: `needs ${because.step}`,
    seen: 'what it needs is missing',
    cites: [],
    because,
  };
}

export function firstStep(block: Block): StepNode | undefined {
  for (const node of block) {
    if (node.type === 'step') return node;
    for (const { inner } of guardedBlocks(node)) {
      const found = firstStep(inner);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
