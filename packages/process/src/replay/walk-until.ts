import type { Binding, Expression, ForEachNode } from '../ast.js';
import { emitBoundary } from './boundary.js';
import { citesOf } from './citing.js';
import { evaluateCondition } from './conditions.js';
import { later, type Point } from './point.js';
import { probe } from './probe.js';
import type { RegionPart } from './region.js';
import type { Frame, Instance, ReplayRun, Span } from './replay-run.js';
import { operandsOf } from './scoping.js';
import { firstStep, unexercised } from './unreached.js';

/**
 * The items of a loop that can end early, in the order of its list: each is due if the condition holds on what the ones
 * before it yielded, and comes after them. One unit tells whether it stopped: with n* items due and n gone through, 1 if
 * none was surplus, else max(0, (n* − 1) / n). Items that are due and missing are missing work, not a stop.
 */
export async function walkUntil(
  run: ReplayRun,
  node: ForEachNode,
  condition: Expression,
  frame: Frame,
  bindings: readonly Binding[],
): Promise<RegionPart[]> {
  const parts: RegionPart[] = [];
  let soft = frame.soft;
  let previous: Span | undefined;
  for (const [index, binding] of bindings.entries()) {
    const inner = { ...run.frameFor(frame, [...frame.item, binding]), soft };
    const found = probe(run, node.do, inner, frame.hard);
    const outcome = await evaluateCondition(run, condition, frame, found?.entry);
    if (outcome.recorded !== outcome.served) {
      mislead(run, node, frame, outcome.differing);
      return parts;
    }
    const goesOn = outcome.recorded !== false || (outcome.tied && found !== undefined);
    if (!goesOn) {
      const surplus = await walkSurplus(run, node, frame, bindings.slice(index), soft);
      emitStop(run, node, condition, frame, parts.length, surplus);
      return parts;
    }
    const span = await run.walk(node.do, inner);
    parts.push({ key: inner.key, span });
    if (!span.due) continue;
    if (previous !== undefined) emitBoundary(run, previous, node.id, span, node.id, frame);
    previous = span;
    for (const { point } of span.exits) soft = later(soft, point);
  }
  emitStop(run, node, condition, frame, parts.length, []);
  return parts;
}

/** Items that nothing asked for count on the whole evidence of one of their steps. */
async function walkSurplus(
  run: ReplayRun,
  node: ForEachNode,
  frame: Frame,
  rest: readonly Binding[],
  hard: Point | undefined,
): Promise<Span[]> {
  const surplus: Span[] = [];
  for (const binding of rest) {
    const inner = { ...run.frameFor(frame, [...frame.item, binding]), hard, soft: hard, silent: true };
    if (probe(run, node.do, inner, hard) === undefined) continue;
    surplus.push(await run.walk(node.do, inner));
  }
  return surplus;
}

function emitStop(
  run: ReplayRun,
  node: ForEachNode,
  condition: Expression,
  frame: Frame,
  due: number,
  surplus: readonly Span[],
): void {
  run.present.add('conditionality');
  if (frame.silent) return;
  const operands = [...condition.steps].flatMap((step) => operandsOf(run, step, frame.item));
  const seen = operands.filter(({ state, left }) => state === 'done' && !left);
  const step = firstStep(node.do)?.step ?? '';
  if (seen.length === 0) {
    const lost = operands[0];
    const because = lost === undefined ? { step, item: frame.key } : { step: lost.node.step, item: lost.key };
    run.emit(unexercised('conditionality', node.id, step, frame.key, because));
    return;
  }
  const done = due + surplus.length;
  run.emit({
    dimension: 'conditionality',
    group: node.id,
    step,
    item: frame.key,
    weight: 1,
    credit: surplus.length === 0 ? 1 : Math.max(0, (due - 1) / done),
    exercised: true,
    observable: true,
    code: 'item-surplus',
    due: `${due} items while ${condition.source}`,
    seen: `${done} items`,
    cites: citesFrom([...seen, ...surplus.flatMap(({ instances }) => instances)]),
  });
}

/** What was recorded goes on, or stops, where what was served does not: the recording is at fault. */
function mislead(run: ReplayRun, node: ForEachNode, frame: Frame, differing: readonly Instance[]): void {
  for (const instance of differing) instance.misled = true;
  const [first] = differing;
  const because = { step: first?.node.step ?? '', item: first?.key ?? '' };
  if (!frame.silent) {
    const step = firstStep(node.do)?.step ?? '';
    run.emit(unexercised('conditionality', node.id, step, frame.key, because));
  }
}

function citesFrom(instances: readonly Instance[]): number[] {
  return [...new Set(instances.flatMap(citesOf))].sort((a, b) => a - b);
}
