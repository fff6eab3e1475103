import { type Hooks, noHooks } from './hooks.js';

/** Hooks that change nothing at the places that are reached while the gate is closed. What they enclose is not asked again. */
export function gateHooks(hooks: Partial<Hooks>, isOpen: () => boolean): Hooks {
  const whole: Hooks = { ...noHooks, ...hooks };
  const now = (): Hooks => (isOpen() ? whole : noHooks);
  return {
    process: (context, proceed) => now().process(context, proceed),
    block: (nodes, context, proceed) => now().block(nodes, context, proceed),
    forEach: (node, bindings, context, proceed) => now().forEach(node, bindings, context, proceed),
    goOn: (node, due, context) => now().goOn(node, due, context),
    iteration: (node, context, proceed) => now().iteration(node, context, proceed),
    parallel: (node, context, proceed) => now().parallel(node, context, proceed),
    decide: (node, due, taken, context) => now().decide(node, due, taken, context),
    recover: (node, recovery, fault, context) => now().recover(node, recovery, fault, context),
    step: (node, context, proceed) => now().step(node, context, proceed),
    abilities: (abilities, node, context) => now().abilities(abilities, node, context),
  };
}
