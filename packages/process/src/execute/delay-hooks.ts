import type { Block, Node } from '../ast.js';
import type { Deviation } from './deviation.js';
import { type Hooks, noHooks } from './hooks.js';
import { mainNumbers, processFrom } from './process-from.js';
import type { Walk } from './walk.js';

/**
 * The hooks of a deviation that begins in the middle of a walk, once `departs` says so: it departs in what has not begun by
 * then or, where nothing of that gives it occasion, in what is under way.
 */
export function delayHooks(deviation: Deviation, walk: Walk, departs: () => boolean): Hooks {
  const numbers = mainNumbers(walk.process);
  let latest = -1;
  let begun: Hooks | undefined;
  const at = (place?: Node | Block): Hooks => {
    if (begun !== undefined) return begun;
    const number = (place === undefined ? undefined : numbers.get(place)) ?? latest;
    if (!departs()) {
      latest = Math.max(latest, number);
      return noHooks;
    }
    const left = processFrom(walk.process, Math.max(number, latest + 1));
    begun = { ...noHooks, ...deviation.begin(walk, deviation.applies(left) ? left : walk.process) };
    return begun;
  };
  return {
    process: (context, proceed) => at().process(context, proceed),
    block: (nodes, context, proceed) => at(nodes).block(nodes, context, proceed),
    forEach: (node, bindings, context, proceed) => at(node).forEach(node, bindings, context, proceed),
    goOn: (node, due, context) => at(node).goOn(node, due, context),
    iteration: (node, context, proceed) => at(node).iteration(node, context, proceed),
    parallel: (node, context, proceed) => at(node).parallel(node, context, proceed),
    decide: (node, due, taken, context) => at(node).decide(node, due, taken, context),
    recover: (node, recovery, fault, context) => at(node).recover(node, recovery, fault, context),
    step: (node, context, proceed) => at(node).step(node, context, proceed),
    abilities: (abilities, node, context) => at(node).abilities(abilities, node, context),
  };
}
