import type { Block, Node } from '../ast.js';
import { toBoolean } from '../expression/values.js';
import { loopBindings } from '../items/loop-bindings.js';
import { innerBlocks } from '../tree/inner-blocks.js';
import { callItem } from './call-item.js';
import { certainSteps, isOrdinary } from './step-traits.js';
import type { Walk, WalkContext } from './walk.js';

/** As the walk has it: recursion is bounded by the depth of its data. */
const deepest = 1_000;

/** Records as departed from every piece of ordinary work in nodes that are not walked, as far as the facts alone tell for which items. */
export async function leaveOut(walk: Walk, block: Block, context: WalkContext): Promise<void> {
  for (const node of block) await leaveOutNode(walk, node, context);
}

async function leaveOutNode(walk: Walk, node: Node, context: WalkContext): Promise<void> {
  switch (node.type) {
    case 'step':
      if (certainSteps(node).length > 0 && isOrdinary(node)) walk.departed(node, context.item);
      return;
    case 'forEach': {
      const known = node.list.steps.size === 0;
      const list = known ? await node.list.evaluate(walk.scope(context, node.list.names)) : [];
      for (const binding of loopBindings(node, list)) {
        await leaveOut(walk, node.do, { ...context, item: [...context.item, binding] });
      }
      return;
    }
    case 'if': {
      if (!node.structural) return;
      const due = toBoolean(await node.condition.evaluate(walk.scope(context, node.condition.names))) === true;
      return leaveOut(walk, due ? node.whenTrue : node.whenFalse, context);
    }
    case 'try':
      return leaveOut(walk, node.body, context);
    case 'parallel':
      for (const inner of innerBlocks(node)) await leaveOut(walk, inner, context);
      return;
    case 'call': {
      const known = Object.values(node.with).every(({ steps }) => steps.size === 0);
      const item = known && context.depth < deepest ? await callItem(walk, node, context) : undefined;
      const block = walk.process.procedures.get(node.procedure)?.do;
      if (item === undefined || block === undefined) return;
      return leaveOut(walk, block, { ...context, item, depth: context.depth + 1 });
    }
    case 'repeat':
      return;
  }
}
