import type { Block, IfNode, StepNode } from '../ast.js';
import { stepsOfSameFile } from '../execute/same-file.js';
import { innerBlocks } from '../tree/inner-blocks.js';
import { chooseEvidence, entryOf } from './choosing.js';
import { citesOf } from './citing.js';
import { evaluateCondition, isTrue, operandsFor } from './conditions.js';
import { demands } from './demands.js';
import { earlier, isAfter, later, type Point } from './point.js';
import { type Probed, plansFault, probe, probeFault } from './probe.js';
import { emptySpan, type Frame, type Instance, type MutableUnit, type ReplayRun, type Span } from './replay-run.js';
import { firstStep, unexercised } from './unreached.js';

/** A structural `if` is part of the path; any other is a decision with a unit of its own, which owns its branch. */
export async function walkIf(run: ReplayRun, node: IfNode, frame: Frame): Promise<Span> {
  if (node.structural) {
    const block = isTrue(await run.evaluate(node.condition, frame.scope)) ? node.whenTrue : node.whenFalse;
    return block.length === 0 ? emptySpan : await run.walk(block, frame);
  }
  const operands = operandsFor(run, node.condition, frame.item);
  const step = firstStep([...node.whenTrue, ...node.whenFalse])?.step ?? '';
  if (operands.kind === 'left') return emptySpan;
  run.present.add('conditionality');
  if (operands.kind === 'missing') {
    if (!frame.silent) run.emit(unexercised('conditionality', node.id, step, frame.key, operands.because));
    return emptySpan;
  }
  if (operands.kind === 'hidden') {
    const unit = unexercised('conditionality', node.id, step, frame.key, { step, item: frame.key });
    if (!frame.silent) run.emit({ ...unit, exercised: true, observable: false, seen: 'not observable' });
    return emptySpan;
  }
  return await decide(run, node, frame, operands.instances, operands.at);
}

async function decide(
  run: ReplayRun,
  node: IfNode,
  frame: Frame,
  instances: readonly Instance[],
  yielded: Point | undefined,
): Promise<Span> {
  const known = later(frame.hard, yielded);
  const hard = frame.cycle > 0 ? later(known, frame.soft) : known;
  const inner = { ...frame, hard };
  let whenTrue = probe(run, node.whenTrue, frame, hard);
  let whenFalse = probe(run, node.whenFalse, frame, hard);
  // What was yielded before the cycle may have been yielded again by an earlier one.
  const standing = frame.cycle > 0 ? later(yielded, frame.soft) : yielded;
  const at = earlier(earlier(whenTrue?.entry, whenFalse?.entry), standing);
  for (const instance of instances) {
    const consumed = earlier(instance.consumed, at);
    if (consumed !== undefined) instance.consumed = consumed;
  }
  const outcome = await evaluateCondition(run, node.condition, frame, at);
  const due = outcome.served ?? outcome.recorded;
  const base = unitOf(node, frame, instances, due ?? true);
  if (outcome.recorded === undefined || outcome.recorded !== outcome.served) {
    const misleading = outcome.differing[0] ?? instances[0];
    for (const instance of outcome.differing) instance.misled = true;
    if (misleading !== undefined) misleading.misled = true;
    const because = { step: misleading?.node.step ?? '', item: misleading?.key ?? '' };
    if (!frame.silent)
      run.emit({
        ...base,
        credit: 0,
        exercised: false,
        code: 'unexercised',
        seen: 'what was recorded decides otherwise',
        because,
      });
    return emptySpan;
  }
  if (frame.cycle > 0 && outcome.recorded !== undefined) {
    const until = yieldedAgain(run, instances, new Set(stepsOf(run, [...node.whenTrue, ...node.whenFalse])));
    if (outcome.recorded) [whenFalse, whenTrue] = ofThisCycle(whenFalse, whenTrue, until);
    else [whenTrue, whenFalse] = ofThisCycle(whenTrue, whenFalse, until);
  }
  if (outcome.tied) return await follow(run, whenTrue !== undefined ? node.whenTrue : node.whenFalse, inner);
  const [block, other] = outcome.recorded ? [node.whenTrue, node.whenFalse] : [node.whenFalse, node.whenTrue];
  const [right, wrong] = outcome.recorded ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
  const found = right ?? probeFault(run, block, frame, hard);
  const taken = found !== undefined || !(await demands(run, block, frame));
  const obeyed = taken && wrong === undefined;
  if (!frame.silent) emitDecision(run, { ...base, credit: obeyed ? 1 : 0 }, outcome.recorded, found, wrong, yielded);
  if (wrong !== undefined) await follow(run, other, inner);
  if (!taken && plansFault(run, block, frame)) run.present.add('errorHandling');
  if (!taken || block.length === 0) return emptySpan;
  return obeyed ? decided(await run.walk(block, inner)) : await follow(run, block, inner);
}

/**
 * When the next cycle begins to decide anew: the first evidence that yields an operand of the condition again. What a branch
 * itself yields again tells nothing of the next cycle.
 */
function yieldedAgain(
  run: ReplayRun,
  instances: readonly Instance[],
  branches: ReadonlySet<StepNode>,
): Point | undefined {
  return instances.reduce<Point | undefined>((first, { node, key, item, scope, exit }) => {
    if ([node, ...stepsOfSameFile(run.process, node, item)].some((step) => branches.has(step))) return first;
    const again = chooseEvidence(run, { node, key, scope }, { hard: exit, soft: exit, anywhere: false });
    return again === undefined ? first : earlier(first, entryOf(again));
  }, undefined);
}

/** The steps of a block, also those of what it calls. */
function stepsOf(run: ReplayRun, block: Block, entered: Set<string> = new Set()): StepNode[] {
  return block.flatMap((node) => {
    if (node.type === 'step') return [node];
    if (node.type !== 'call') return innerBlocks(node).flatMap((inner) => stepsOf(run, inner, entered));
    if (entered.has(node.procedure)) return [];
    entered.add(node.procedure);
    return stepsOf(run, run.process.procedures.get(node.procedure)?.do ?? [], entered);
  });
}

/**
 * A branch that was not due counts in a repeat only where it was taken before the next cycle decides; where it was, so must
 * the due one have been, else the next cycle's would stand in for it.
 */
function ofThisCycle(
  wrong: Probed | undefined,
  right: Probed | undefined,
  until: Point | undefined,
): [Probed | undefined, Probed | undefined] {
  const inTime = (probed: Probed | undefined) =>
    probed === undefined || until === undefined || earlier(probed.entry, until) === probed.entry ? probed : undefined;
  const taken = inTime(wrong);
  return [taken, taken === undefined ? right : inTime(right)];
}

/** Walks a branch whose obligations the decision owns, so that its evidence is claimed and its exits are known. */
async function follow(run: ReplayRun, block: Block, frame: Frame): Promise<Span> {
  if (block.length === 0) return emptySpan;
  const span = decided(await run.walk(block, { ...frame, silent: true }));
  return { ...span, due: span.exits.length > 0, missing: undefined };
}

/** The order of what a decision leads into is the decision's. */
export function decided(span: Span): Span {
  return { ...span, entries: span.entries.map((entry) => ({ ...entry, decided: true })) };
}

function emitDecision(
  run: ReplayRun,
  unit: MutableUnit,
  due: boolean,
  found: Probed | undefined,
  wrong: Probed | undefined,
  yielded: Point | undefined,
): void {
  const event = earlier(found?.entry, wrong?.entry);
  const informed = event === undefined ? null : yielded === undefined || !isAfter(yielded, event, run.index.lags);
  const evidence = [found, wrong].flatMap((probed) =>
    probed === undefined ? [] : [...probed.evidence.done, ...probed.evidence.started],
  );
  const seen =
    wrong !== undefined
      ? `${wrong.step} was done`
      : found !== undefined
        ? `${found.step} was done`
        : unit.credit === 1
          ? 'left alone'
          : 'nothing of it was done';
  run.emit({
    ...unit,
    ...(informed === false && unit.credit === 1 ? { code: 'decided-early' } : {}),
    seen: informed === false ? `${seen}, before it could be known` : seen,
    cites: sorted([...unit.cites, ...evidence.map(({ event: { seq } }) => seq)]),
    decision: { due, informed },
  });
}

function unitOf(node: IfNode, frame: Frame, instances: readonly Instance[], due: boolean): MutableUnit {
  const block = due ? node.whenTrue : node.whenFalse;
  const other = due ? node.whenFalse : node.whenTrue;
  const steps = block.length > 0 ? block : other;
  const named = firstStep(steps)?.step ?? '';
  const shown =
    instances.length <= 64 ? instances : [instances[0], instances.at(-1)].filter((one) => one !== undefined);
  return {
    dimension: 'conditionality',
    group: node.id,
    step: named,
    item: frame.key,
    weight: 1,
    credit: 1,
    exercised: true,
    observable: true,
    code: block.length > 0 ? 'branch-not-taken' : 'branch-taken',
    due: `${node.condition.source} is ${due}: ${block.length > 0 ? named : `not ${named}`}`,
    seen: '',
    cites: sorted(shown.flatMap(citesOf)),
    decision: { due, informed: null },
  };
}

function sorted(cites: readonly number[]): number[] {
  return [...new Set(cites)].sort((a, b) => a - b);
}
