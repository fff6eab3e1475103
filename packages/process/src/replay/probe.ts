import type { Binding, Block, CallNode, StepNode, TryNode } from '../ast.js';
import { loopBindings } from '../items/loop-bindings.js';
import { attemptsOf } from './attempts.js';
import { chooseEvidence, entryOf } from './choosing.js';
import { beginOf } from './event-index.js';
import { isObservable } from './matching.js';
import { deepestCall, passedOn } from './passed-on.js';
import { earlier, type Point } from './point.js';
import type { Evidence, Frame, ReplayRun } from './replay-run.js';
import { scopeAt } from './scoping.js';
import { guardedBlocks } from './static-facts.js';
import { firstStep } from './unreached.js';

export interface Probed {
  /** The earliest entry of any step of the block. */
  readonly entry: Point;
  /** The first step, by entry, with its item. */
  readonly step: string;
  readonly item: string;
  readonly evidence: Evidence;
}

/**
 * Looks for the whole evidence of one step of a block, without claiming any: after the hard bound, or evidence that no
 * other step's matcher fits. Undefined when there is none.
 */
export function probe(run: ReplayRun, block: Block, frame: Frame, hard: Point | undefined): Probed | undefined {
  let best: Probed | undefined;
  for (const { node, frame: at } of instancesIn(run, block, frame)) {
    const found = node.type === 'step' ? probeStep(run, node, at, hard) : undefined;
    if (found !== undefined && (best === undefined || earlier(best.entry, found.entry) === found.entry)) best = found;
  }
  return best;
}

/** Whether every step of a block has its whole evidence after the hard bound. */
export function probeAll(run: ReplayRun, block: Block, frame: Frame, hard: Point | undefined): boolean {
  const all = [...instancesIn(run, block, frame)].filter(({ node }) => node.type === 'step');
  return (
    all.length > 0 &&
    all.every(({ node, frame: at }) => node.type === 'step' && probeStep(run, node, at, hard) !== undefined)
  );
}

/** The first fault that a `try` within a block met: whoever met it was on that way, whatever came of it. */
export function probeFault(run: ReplayRun, block: Block, frame: Frame, hard: Point | undefined): Probed | undefined {
  let best: Probed | undefined;
  for (const { node, frame: at } of instancesIn(run, block, frame)) {
    if (node.type !== 'try') continue;
    const met = attemptsOf(run, node, hard === undefined ? at : { ...at, hard }).find(({ fault }) => fault);
    if (met === undefined) continue;
    const entry = beginOf(met.occurrence);
    if (best !== undefined && earlier(best.entry, entry) !== entry) continue;
    const evidence = { done: [met.occurrence], started: [], shared: false };
    best = { entry, step: firstStep(node.body)?.step ?? '', item: at.key, evidence };
  }
  return best;
}

function probeStep(run: ReplayRun, node: StepNode, frame: Frame, hard: Point | undefined): Probed | undefined {
  if (!isObservable(node.done, run.context)) return undefined;
  const asked = { node, key: frame.key, scope: frame.scope };
  const evidence = chooseEvidence(run, asked, { hard, soft: hard, anywhere: frame.cycle < 2 });
  const entry = evidence === undefined ? undefined : entryOf(evidence);
  return evidence === undefined || entry === undefined
    ? undefined
    : { entry, step: node.step, item: frame.key, evidence };
}

/** Whether the sealed instance can make a `try` meet a fault for this item. */
export function isPlanned(run: ReplayRun, node: TryNode, { key }: Pick<Frame, 'key'>): boolean {
  return run.context.plannedFaults?.some((fault) => fault.node === node.id && fault.item === key) === true;
}

/** Whether a block holds a `try` that the sealed instance can make meet a fault. */
export function plansFault(run: ReplayRun, block: Block, frame: Frame): boolean {
  for (const { node, frame: at } of instancesIn(run, block, frame)) {
    if (node.type === 'try' && isPlanned(run, node, at)) return true;
  }
  return false;
}

interface Placed {
  readonly node: StepNode | TryNode;
  readonly frame: Frame;
}

/** The steps and tries of a block for each item that is known already. */
function* instancesIn(run: ReplayRun, block: Block, frame: Frame): Generator<Placed> {
  for (const node of block) {
    if (node.type === 'step') {
      yield { node, frame };
    } else if (node.type === 'forEach') {
      const list = node.list.evaluateSync?.(scopeAt(run, node.list, frame, undefined));
      for (const binding of loopBindings(node, list)) {
        yield* instancesIn(run, node.do, run.frameFor(frame, [...frame.item, binding]));
      }
    } else if (node.type === 'call') {
      yield* instancesOfCall(run, node, frame);
    } else {
      if (node.type === 'try') yield { node, frame };
      for (const { inner } of guardedBlocks(node)) yield* instancesIn(run, inner, frame);
    }
  }
}

/** What a procedure holds for arguments that can be told now. */
function* instancesOfCall(run: ReplayRun, node: CallNode, frame: Frame): Generator<Placed> {
  const procedure = run.process.procedures.get(node.procedure);
  if (procedure === undefined || run.depth >= deepestCall) return;
  const item: Binding[] = [];
  for (const { name, kind } of procedure.params) {
    const expression = node.with[name];
    const value = expression?.evaluateSync?.(scopeAt(run, expression, frame, undefined));
    const [binding] = loopBindings({ variable: name, kind, at: node.at }, value);
    if (binding === undefined) return;
    const known = passedOn(expression?.source ?? '', frame);
    item.push(known === undefined ? binding : { ...binding, key: known.key });
  }
  run.depth += 1;
  try {
    yield* instancesIn(run, procedure.do, run.frameFor(frame, item));
  } finally {
    run.depth -= 1;
  }
}
