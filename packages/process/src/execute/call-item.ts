import type { CallNode, Item } from '../ast.js';
import { loopBindings } from '../items/loop-bindings.js';
import type { Walk, WalkContext } from './walk.js';

/** The arguments of a call, which are the item of its procedure; undefined when one has no value. */
export async function callItem(walk: Walk, node: CallNode, context: WalkContext): Promise<Item | undefined> {
  const item: Item[] = [];
  for (const { name: variable, kind } of walk.process.procedures.get(node.procedure)?.params ?? []) {
    const argument = node.with[variable];
    const value = await argument?.evaluate(walk.scope(context, argument.names));
    const [binding] = value === undefined ? [] : loopBindings({ variable, kind, at: node.at }, [value]);
    if (binding === undefined) return undefined;
    item.push([binding]);
  }
  return item.flat();
}
