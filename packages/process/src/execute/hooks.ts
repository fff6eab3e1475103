import type { Abilities } from '../abilities.js';
import type { Binding, Block, ForEachNode, IfNode, Mode, ParallelNode, StepNode, TryNode } from '../ast.js';
import type { Observation } from './observation.js';
import type { StepChanges, WalkContext } from './walk.js';

/** What follows a fault: another attempt, the `otherwise` branch, or going on as if nothing had happened. */
export interface Recovery {
  readonly next: 'retry' | 'otherwise' | 'leave';
  /** Whether the `do` branch is walked before the next attempt. */
  readonly repair: boolean;
}

export interface Fault {
  readonly observation: Observation;
  /** Number of faults of this item so far, from 1. */
  readonly count: number;
}

/**
 * The places at which a walk can be changed. Each is given what would happen and a way to go on with it, changed or not.
 */
export interface Hooks {
  /** Around the whole walk. */
  process(context: WalkContext, proceed: (context: WalkContext) => Promise<void>): Promise<void>;
  /** Around the nodes of a block. */
  block(nodes: Block, context: WalkContext, proceed: (nodes: Block) => Promise<void>): Promise<void>;
  /** Around a loop. */
  forEach(
    node: ForEachNode,
    bindings: readonly Binding[],
    context: WalkContext,
    proceed: (bindings: readonly Binding[], mode: Mode) => Promise<void>,
  ): Promise<void>;
  /** Whether a loop that can end early goes on with its next item; `due` is what its condition says. */
  goOn(node: ForEachNode, due: boolean, context: WalkContext): boolean | Promise<boolean>;
  /** Around one iteration; `context` already has its binding. */
  iteration(node: ForEachNode, context: WalkContext, proceed: () => Promise<void>): Promise<void>;
  /** Around branches that must overlap. */
  parallel(node: ParallelNode, context: WalkContext, proceed: (mode: Mode) => Promise<void>): Promise<void>;
  /** Which branch of a decision is taken, or which nodes in its place; `due` is what the condition says. */
  decide(node: IfNode, due: boolean, taken: Block, context: WalkContext): Block;
  /** What follows a fault. */
  recover(node: TryNode, recovery: Recovery, fault: Fault, context: WalkContext): Recovery;
  /** Around a step; `changes` reach its handler. */
  step(node: StepNode, context: WalkContext, proceed: (changes: StepChanges) => Promise<void>): Promise<void>;
  /** Wraps the abilities of a step's handler. */
  abilities(abilities: Abilities, node: StepNode, context: WalkContext): Abilities;
}

/** Hooks that change nothing. */
export const noHooks: Hooks = {
  process: (context, proceed) => proceed(context),
  block: (nodes, _context, proceed) => proceed(nodes),
  forEach: (node, bindings, _context, proceed) => proceed(bindings, node.mode),
  goOn: (_node, due) => due,
  iteration: (_node, _context, proceed) => proceed(),
  parallel: (_node, _context, proceed) => proceed('parallel'),
  decide: (_node, _due, taken) => taken,
  recover: (_node, recovery) => recovery,
  step: (_node, _context, proceed) => proceed({}),
  abilities: (abilities) => abilities,
};

/** Both sets of hooks, `outer` first. What `outer` does to a loop's order or mode stands. */
export function composeHooks(outer: Partial<Hooks>, innermost: Partial<Hooks>): Hooks {
  const first = { ...noHooks, ...outer };
  const second = { ...noHooks, ...innermost };
  return {
    process: (context, proceed) => first.process(context, (changed) => second.process(changed, proceed)),
    block: (nodes, context, proceed) =>
      first.block(nodes, context, (changed) => second.block(changed, context, proceed)),
    forEach: (node, bindings, context, proceed) =>
      first.forEach(node, bindings, context, (changed, mode) =>
        mode === node.mode ? second.forEach(node, changed, context, proceed) : proceed(changed, mode),
      ),
    goOn: async (node, due, context) => second.goOn(node, await first.goOn(node, due, context), context),
    iteration: (node, context, proceed) =>
      first.iteration(node, context, () => second.iteration(node, context, proceed)),
    parallel: (node, context, proceed) =>
      first.parallel(node, context, (mode) =>
        mode === 'parallel' ? second.parallel(node, context, proceed) : proceed(mode),
      ),
    decide: (node, due, taken, context) => second.decide(node, due, first.decide(node, due, taken, context), context),
    recover: (node, recovery, fault, context) =>
      second.recover(node, first.recover(node, recovery, fault, context), fault, context),
    step: (node, context, proceed) =>
      first.step(node, context, (changes) => second.step(node, context, (more) => proceed({ ...changes, ...more }))),
    abilities: (abilities, node, context) => first.abilities(second.abilities(abilities, node, context), node, context),
  };
}
