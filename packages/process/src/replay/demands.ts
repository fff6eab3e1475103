import type { Block, Node } from '../ast.js';
import { loopBindings } from '../items/loop-bindings.js';
import { isTrue } from './conditions.js';
import type { Frame, ReplayRun } from './replay-run.js';
import { scopeAt } from './scoping.js';

/**
 * Whether a branch surely asks for the evidence of some step. One that holds only optional steps, further decisions or
 * structure that leads nowhere asks for none, so that leaving it alone cannot be told from taking it.
 */
export async function demands(run: ReplayRun, block: Block, frame: Frame): Promise<boolean> {
  for (const node of block) if (await demandsNode(run, node, frame)) return true;
  return false;
}

async function demandsNode(run: ReplayRun, node: Node, frame: Frame): Promise<boolean> {
  switch (node.type) {
    case 'step':
      return !node.optional;
    case 'if': {
      if (!node.structural) return false;
      const taken = isTrue(await run.evaluate(node.condition, frame.scope)) ? node.whenTrue : node.whenFalse;
      return await demands(run, taken, frame);
    }
    case 'parallel':
      return await demands(run, node.branches.flat(), frame);
    case 'try':
      return await demands(run, node.body, frame);
    case 'repeat':
      return false;
    case 'forEach': {
      const list = await run.evaluate(node.list, scopeAt(run, node.list, frame, undefined));
      for (const binding of loopBindings(node, list)) {
        if (await demands(run, node.do, run.frameFor(frame, [...frame.item, binding]))) return true;
      }
      return false;
    }
    default:
      return true;
  }
}
