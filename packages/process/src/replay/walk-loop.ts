import { ObeyError } from '@obey/schema';
import type { Binding, ForEachNode, Item } from '../ast.js';
import { loopBindings } from '../items/loop-bindings.js';
import { emitGranularity } from './granularity.js';
import type { Point } from './point.js';
import { probe } from './probe.js';
import { emitRegion } from './region.js';
import type { Frame, ReplayRun, Span } from './replay-run.js';
import { operandsOf, scopeAt } from './scoping.js';
import { emitUnreached } from './unreached.js';
import { join } from './walk-sequence.js';
import { walkUntil } from './walk-until.js';

/** Every item of the list, then what relates them: overlap and the size of acts. */
export async function walkLoop(run: ReplayRun, node: ForEachNode, frame: Frame): Promise<Span> {
  const bindings = await bindingsOf(run, node, frame);
  if (bindings === undefined) {
    const step = [...node.list.steps][0] ?? '';
    return emitUnreached(run, node, frame, { step, item: operandsOf(run, step, frame.item)[0]?.key ?? '' });
  }
  run.instances.declare(bindings);
  const parts = node.while === undefined ? [] : await walkUntil(run, node, node.while, frame, bindings);
  for (const binding of node.while === undefined ? bindings : []) {
    const inner = run.frameFor(frame, [...frame.item, binding]);
    parts.push({ key: inner.key, span: await run.walk(node.do, inner) });
  }
  if (!frame.silent) {
    emitRegion(run, node, frame, parts);
    emitGranularity(run, node, parts);
  }
  return join(parts.map(({ span }) => span));
}

/** The items: from the facts wherever they know them, else from what the candidate yielded; undefined when it never did. */
async function bindingsOf(run: ReplayRun, node: ForEachNode, frame: Frame): Promise<Binding[] | undefined> {
  const list = async (at: Point | undefined): Promise<Binding[] | undefined> => {
    try {
      const value = await run.evaluate(node.list, scopeAt(run, node.list, frame, at));
      return value === undefined ? undefined : loopBindings(node, value);
    } catch (error) {
      if (ObeyError.isInstance(error) && error.code === 'expression-failed') return undefined;
      throw error;
    }
  };
  if (node.list.steps.size === 0) return (await list(undefined)) ?? [];
  const final = await list(undefined);
  const first = firstWork(run, node, frame, final ?? []);
  return first === undefined ? final : ((await list(first)) ?? final);
}

/** The first work on any item, before which the list was read. */
function firstWork(run: ReplayRun, node: ForEachNode, frame: Frame, bindings: readonly Binding[]): Point | undefined {
  let first: Point | undefined;
  for (const binding of bindings) {
    const item: Item = [...frame.item, binding];
    const found = probe(run, node.do, run.frameFor(frame, item), frame.hard)?.entry;
    if (found !== undefined && (first === undefined || found.time < first.time)) first = found;
  }
  return first;
}
