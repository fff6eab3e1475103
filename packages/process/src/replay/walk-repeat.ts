import type { RepeatNode } from '../ast.js';
import { evaluateCondition, isTrue, operandsFor } from './conditions.js';
import { later, type Point } from './point.js';
import { probe, probeAll } from './probe.js';
import { emptySpan, type Frame, type ReplayRun, type Span } from './replay-run.js';
import { firstStep, unexercised } from './unreached.js';
import { decided } from './walk-if.js';
import { join } from './walk-sequence.js';

/**
 * Cycles as long as the condition, on what was seen, asks for them. With n* due and n done: 1 if equal, else
 * max(0, (min(n, n*) − 1) / max(n, n*)).
 */
export async function walkRepeat(run: ReplayRun, node: RepeatNode, frame: Frame): Promise<Span> {
  return node.while.steps.size === 0 ? await unroll(run, node, frame) : await repeat(run, node, frame);
}

/** A condition over facts alone is structure: its cycles are plain work. */
async function unroll(run: ReplayRun, node: RepeatNode, frame: Frame): Promise<Span> {
  const spans: Span[] = [];
  let soft = frame.soft;
  for (let cycle = 1; cycle <= node.max; cycle += 1) {
    const inner = { ...cycleFrame(run, node, frame, cycle), soft };
    if (!isTrue(await run.evaluate(node.while, inner.scope))) break;
    const span = await run.walk(node.do, inner);
    for (const { point } of span.exits) soft = later(soft, point);
    spans.push(span);
  }
  return cyclesSpan(spans);
}

async function repeat(run: ReplayRun, node: RepeatNode, frame: Frame): Promise<Span> {
  run.present.add('conditionality');
  const spans: Span[] = [];
  const cites: number[] = [];
  let soft = frame.soft;
  let due = 0;
  let done = 0;
  for (let cycle = 1; ; cycle += 1) {
    const operands = operandsFor(run, node.while, frame.item);
    if (operands.kind === 'left') break;
    if (operands.kind !== 'yielded') {
      if (cycle > 1) break;
      emitUnexercised(run, node, frame, operands.kind === 'missing' ? operands.because : undefined);
      return emptySpan;
    }
    const hard = later(later(frame.hard, operands.at), cycle > 1 ? soft : undefined);
    const inner = { ...cycleFrame(run, node, frame, cycle), hard, soft: later(soft, operands.at) };
    const found = probe(run, node.do, inner, hard);
    const outcome = await evaluateCondition(run, node.while, frame, found?.entry ?? later(operands.at, soft));
    for (const instance of operands.instances)
      for (const { event } of instance.evidence?.done ?? []) cites.push(event.seq);
    if (outcome.recorded === true && cycle <= node.max) {
      due += 1;
      if (found === undefined) break;
      done += 1;
      const span = decided(await run.walk(node.do, inner));
      for (const { point } of span.exits) soft = later(soft, point);
      spans.push(span);
      continue;
    }
    if (outcome.tied && found !== undefined && cycle <= node.max) {
      spans.push(decided(await run.walk(node.do, { ...inner, silent: true })));
      continue;
    }
    done += await surplusCycles(run, node, inner, later(hard, soft));
    break;
  }
  if (!frame.silent) emitCycles(run, node, frame, due, done, cites);
  return cyclesSpan(spans);
}

/** Cycles that nothing asked for count only on the whole evidence of every step of the body. */
async function surplusCycles(run: ReplayRun, node: RepeatNode, frame: Frame, from: Point | undefined): Promise<number> {
  let surplus = 0;
  let hard = from;
  while (probeAll(run, node.do, frame, hard)) {
    const span = await run.walk(node.do, { ...frame, hard, soft: hard, silent: true });
    if (span.exits.length === 0) break;
    for (const { point } of span.exits) hard = later(hard, point);
    surplus += 1;
  }
  return surplus;
}

function emitCycles(
  run: ReplayRun,
  node: RepeatNode,
  frame: Frame,
  due: number,
  done: number,
  cites: readonly number[],
): void {
  const credit = due === done ? 1 : Math.max(0, (Math.min(due, done) - 1) / Math.max(due, done));
  run.emit({
    dimension: 'conditionality',
    group: node.id,
    step: firstStep(node.do)?.step ?? '',
    item: frame.key,
    weight: 1,
    credit,
    exercised: true,
    observable: true,
    code: done < due ? 'cycle-missing' : 'cycle-surplus',
    due: `${due} cycles while ${node.while.source}`,
    seen: `${done} cycles`,
    cites: [...new Set(cites)].sort((a, b) => a - b),
  });
}

function emitUnexercised(
  run: ReplayRun,
  node: RepeatNode,
  frame: Frame,
  because: { step: string; item: string } | undefined,
): void {
  if (frame.silent) return;
  const step = firstStep(node.do)?.step ?? '';
  const unit = unexercised('conditionality', node.id, step, frame.key, because ?? { step, item: frame.key });
  run.emit(because === undefined ? { ...unit, exercised: true, observable: false } : unit);
}

function cycleFrame(run: ReplayRun, node: RepeatNode, frame: Frame, cycle: number): Frame {
  const inner = node.as === undefined ? frame : run.frameFor(frame, frame.item, { [node.as]: cycle });
  return { ...inner, cycle };
}

function cyclesSpan(spans: readonly Span[]): Span {
  const joined = join(spans);
  const last = spans.findLast(({ exits }) => exits.length > 0);
  return { ...joined, entries: spans[0]?.entries ?? [], exits: last?.exits ?? [] };
}
