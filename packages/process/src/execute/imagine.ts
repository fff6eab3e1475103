import { type Json, ObeyError } from '@obey/schema';
import type { Block, CallNode, Expression, ForEachNode, IfNode, Item, Node, StepNode } from '../ast.js';
import { toBoolean } from '../expression/values.js';
import { itemKey } from '../items/item-key.js';
import { loopBindings } from '../items/loop-bindings.js';
import type { Walk, WalkContext } from './walk.js';

/** Where lists come from values that were made up, a procedure could call itself for ever. */
const deepest = 64;
/** More than this nobody imagines. */
const most = 5_000;

/**
 * Goes through a process without doing any of it: calls `visit` for each step that would be due, item by item, as far as the
 * facts and the values given meanwhile (`walk.yielded`) tell; a decision that they do not tell falls by chance. Each loop is
 * gone through once, each attempt goes well.
 */
export async function imagine(
  walk: Walk,
  context: WalkContext,
  visit: (node: StepNode, context: WalkContext) => Promise<void>,
): Promise<void> {
  let visited = 0;
  const block = async (nodes: Block, inner: WalkContext): Promise<void> => {
    for (const node of nodes) await one(node, inner);
  };
  const one = async (node: Node, inner: WalkContext): Promise<void> => {
    switch (node.type) {
      case 'step':
        visited += 1;
        if (visited <= most) await visit(node, inner);
        return;
      case 'forEach': {
        const bindings = await bindingsOf(walk, node, inner);
        walk.values.declare(bindings);
        for (const binding of bindings) await block(node.do, { ...inner, item: [...inner.item, binding] });
        return;
      }
      case 'parallel':
        for (const branch of node.branches) await block(branch, inner);
        return;
      case 'if':
        return block((await guess(walk, node, inner)) ? node.whenTrue : node.whenFalse, inner);
      case 'repeat': {
        const counters: Record<string, Json> = node.as === undefined ? {} : { [node.as]: 1 };
        return block(node.do, { ...inner, counters: { ...inner.counters, ...counters } });
      }
      case 'try':
        return block(node.body, inner);
      case 'call': {
        const item = await argumentsOf(walk, node, inner);
        if (item === undefined || inner.depth >= deepest || visited > most) return;
        walk.values.declare(item);
        return block(walk.process.procedures.get(node.procedure)?.do ?? [], { ...inner, item, depth: inner.depth + 1 });
      }
    }
  };
  await block(walk.process.nodes, context);
}

async function bindingsOf(walk: Walk, node: ForEachNode, context: WalkContext): Promise<Item> {
  return (await attempt(async () => loopBindings(node, await evaluated(walk, node.list, context)))) ?? [];
}

async function guess(walk: Walk, node: IfNode, context: WalkContext): Promise<boolean> {
  const told = await attempt(async () => toBoolean(await evaluated(walk, node.condition, context)));
  return told ?? walk.choose(`${node.id} ${itemKey(context.item)}`, [true, false]) === true;
}

async function argumentsOf(walk: Walk, node: CallNode, context: WalkContext): Promise<Item | undefined> {
  const item: Item[] = [];
  for (const { name, kind } of walk.process.procedures.get(node.procedure)?.params ?? []) {
    const argument = node.with[name];
    if (argument === undefined) return undefined;
    const loop = { variable: name, kind, at: node.at };
    const bindings = await attempt(async () => loopBindings(loop, [await evaluated(walk, argument, context)]));
    if (bindings?.[0] === undefined) return undefined;
    item.push([bindings[0]]);
  }
  return item.flat();
}

function evaluated(walk: Walk, expression: Expression, context: WalkContext): Promise<unknown> {
  return expression.evaluate(walk.scope(context, expression.names));
}

/** What cannot be told from made-up values is left undefined. */
async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (ObeyError.isInstance(error)) return undefined;
    throw error;
  }
}
