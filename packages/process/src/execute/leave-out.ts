import type { Block } from '../ast.js';
import { loopBindings } from '../items/loop-bindings.js';
import { innerBlocks } from '../tree/inner-blocks.js';
import { certainSteps, isOrdinary } from './step-traits.js';
import type { Walk, WalkContext } from './walk.js';

/** Records as departed from every piece of ordinary work in nodes that are not walked, as far as the facts alone tell for which items. */
export async function leaveOut(walk: Walk, block: Block, context: WalkContext): Promise<void> {
  for (const node of block) {
    if (certainSteps(node).length === 0) continue;
    if (node.type === 'step') {
      if (isOrdinary(node)) walk.departed(node, context.item);
    } else if (node.type === 'forEach') {
      const known = node.list.steps.size === 0;
      const list = known ? await node.list.evaluate(walk.scope(context, node.list.names)) : [];
      for (const binding of loopBindings(node, list)) {
        await leaveOut(walk, node.do, { ...context, item: [...context.item, binding] });
      }
    } else if (node.type === 'try') await leaveOut(walk, node.body, context);
    else if (node.type === 'parallel') for (const inner of innerBlocks(node)) await leaveOut(walk, inner, context);
  }
}
