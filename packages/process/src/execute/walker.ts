import { type Json, ObeyError } from '@obey/schema';
import type { Abilities } from '../abilities.js';
import type {
  Binding,
  Block,
  CallNode,
  Expression,
  ForEachNode,
  IfNode,
  Mode,
  Node,
  ParallelNode,
  RepeatNode,
  Scope,
  StepNode,
} from '../ast.js';
import { toBoolean } from '../expression/values.js';
import { itemKey } from '../items/item-key.js';
import { loopBindings } from '../items/loop-bindings.js';
import { parseContent } from '../items/parse-content.js';
import { scopeFor } from '../items/scope-for.js';
import { StepValues } from '../items/step-values.js';
import { callItem } from './call-item.js';
import type { Hooks } from './hooks.js';
import type { Observation } from './observation.js';
import { performStep } from './perform-step.js';
import { plantedItems } from './planted.js';
import { stepsOfSameFile } from './same-file.js';
import { seededChoice } from './seeded-choice.js';
import type { Walk, WalkContext, WalkSource } from './walk.js';
import { walkTry } from './walk-try.js';

/** Recursion is bounded by the depth of its data; deeper than this it is taken for endless. */
const deepest = 1_000;

/** Walks a process and calls a handler for each step that is due, through hooks at every place that can be changed. */
export class Walker implements Walk {
  readonly process;
  readonly handlers;
  readonly facts;
  readonly parameters;
  readonly services;
  readonly seed;
  readonly departed;
  readonly planted: ReadonlySet<string>;
  readonly values = new StepValues();
  readonly #hooks: Hooks;

  constructor(source: WalkSource, hooksFor: (walk: Walk) => Hooks) {
    this.process = source.process;
    this.handlers = source.handlers;
    this.facts = source.facts;
    this.parameters = source.parameters;
    this.services = source.services;
    this.seed = source.seed;
    this.departed = source.departed;
    this.planted = plantedItems(source.facts);
    this.#hooks = hooksFor(this);
  }

  /** Walks the whole process. */
  start(abilities: Abilities): Promise<void> {
    const context: WalkContext = { item: [], counters: {}, abilities, depth: 0 };
    return this.#hooks.process(context, (changed) => this.block(this.process.nodes, changed));
  }

  choose<T>(name: string, list: readonly T[]): T | undefined {
    return seededChoice(this.seed, name, list);
  }

  scope({ item, counters }: WalkContext, names: ReadonlySet<string>, extra?: Readonly<Record<string, unknown>>): Scope {
    const { facts, parameters, process, values } = this;
    return scopeFor({ facts, parameters, process, values, item, names, extra: { ...counters, ...extra } });
  }

  note(observation: Observation, context: WalkContext): void {
    context.seen?.push(observation);
    context.attempt?.note(observation);
  }

  yielded(node: StepNode, content: string, context: WalkContext): void {
    const value = parseContent(content);
    this.values.set(node.step, context.item, value);
    for (const { step } of stepsOfSameFile(this.process, node, context.item)) {
      if (this.values.has(step, context.item)) this.values.set(step, context.item, value);
    }
  }

  async block(nodes: Block, context: WalkContext): Promise<void> {
    if (nodes.length === 0) return;
    await this.#hooks.block(nodes, context, async (changed) => {
      for (const node of changed) {
        if (context.attempt?.interrupted === true) return;
        await this.#node(node, context);
      }
    });
  }

  async iteration(node: ForEachNode, binding: Binding, context: WalkContext): Promise<void> {
    const inner = { ...context, item: [...context.item, binding] };
    await this.#hooks.iteration(node, inner, () => this.block(node.do, inner));
  }

  async #node(node: Node, context: WalkContext): Promise<void> {
    switch (node.type) {
      case 'step':
        return this.#hooks.step(node, context, async (changes) => {
          if (node.atMost === 0 && changes.forbidden !== true) return;
          await performStep(this, node, context, changes, (abilities, inner) =>
            this.#hooks.abilities(abilities, node, inner),
          );
        });
      case 'forEach':
        return this.#forEach(node, context);
      case 'parallel':
        return this.#parallel(node, context);
      case 'if':
        return this.#if(node, context);
      case 'repeat':
        return this.#repeat(node, context);
      case 'try':
        return walkTry(this, this.#hooks, node, context);
      case 'call':
        return this.#call(node, context);
    }
  }

  async #forEach(node: ForEachNode, context: WalkContext): Promise<void> {
    const all = loopBindings(node, await this.#evaluate(node.list, context));
    this.values.declare(all);
    await this.#hooks.forEach(node, all, context, async (bindings, mode) => {
      const one = (binding: Binding, abilities: Abilities) => this.#inUnit(node, binding, { ...context, abilities });
      if (mode === 'parallel' && bindings.length > 1) {
        await context.abilities.concurrently(
          bindings.map((binding) => ({
            label: itemKey([...context.item, binding]),
            work: (abilities) => one(binding, abilities),
          })),
        );
        return;
      }
      for (const binding of bindings) {
        if (context.attempt?.interrupted === true || !(await this.#goesOn(node, context))) return;
        await one(binding, context.abilities);
      }
    });
  }

  /** Whether a loop has a next item, on what the items before it yielded. */
  async #goesOn(node: ForEachNode, context: WalkContext): Promise<boolean> {
    if (node.while === undefined) return true;
    const due = toBoolean(await this.#evaluate(node.while, context)) === true;
    return this.#hooks.goOn(node, due, context);
  }

  /** A loop whose unit is the agent gives each item to a subagent of its own. */
  async #inUnit(node: ForEachNode, binding: Binding, context: WalkContext): Promise<void> {
    if (node.unit !== 'agent') return this.iteration(node, binding, context);
    await context.abilities.delegate(itemKey([...context.item, binding]), (abilities) =>
      this.iteration(node, binding, { ...context, abilities }),
    );
  }

  async #parallel(node: ParallelNode, context: WalkContext): Promise<void> {
    await this.#hooks.parallel(node, context, async (mode: Mode) => {
      if (mode === 'parallel') {
        await context.abilities.concurrently(
          node.branches.map((branch, index) => ({
            label: branch[0]?.id ?? String(index + 1),
            work: (abilities) => this.block(branch, { ...context, abilities }),
          })),
        );
        return;
      }
      for (const branch of node.branches) await this.block(branch, context);
    });
  }

  async #if(node: IfNode, context: WalkContext): Promise<void> {
    if (!node.structural && this.#lacksOperand(node.condition, context)) return;
    const due = toBoolean(await this.#evaluate(node.condition, context)) === true;
    const branch = due ? node.whenTrue : node.whenFalse;
    await this.block(node.structural ? branch : this.#hooks.decide(node, due, branch, context), context);
  }

  async #repeat(node: RepeatNode, context: WalkContext): Promise<void> {
    for (let cycle = 1; cycle <= node.max; cycle += 1) {
      const counters: Record<string, Json> = node.as === undefined ? {} : { [node.as]: cycle };
      const inner = { ...context, counters: { ...context.counters, ...counters } };
      const goesOn = toBoolean(await this.#evaluate(node.while, inner)) === true;
      if (!goesOn || context.attempt?.interrupted === true) return;
      await this.block(node.do, inner);
    }
  }

  async #call(node: CallNode, context: WalkContext): Promise<void> {
    const procedure = this.process.procedures.get(node.procedure);
    if (procedure === undefined) return;
    if (context.depth >= deepest) {
      throw new ObeyError('solve-failed', `procedure \`${node.procedure}\` calls itself more than ${deepest} times`, {
        at: node.at,
      });
    }
    const item = await callItem(this, node, context);
    if (item === undefined) {
      throw new ObeyError('solve-failed', `an argument of \`${node.procedure}\` has no value`, { at: node.at });
    }
    this.values.declare(item);
    await this.block(procedure.do, { ...context, item, depth: context.depth + 1 });
  }

  /** An item that left by `otherwise`, or whose step gave nothing, has no value, and no condition on it is due. */
  #lacksOperand(condition: Expression, context: WalkContext): boolean {
    return [...condition.steps].some((step) => this.values.get(step, context.item) === undefined);
  }

  async #evaluate(expression: Expression, context: WalkContext): Promise<unknown> {
    return expression.evaluate(this.scope(context, expression.names));
  }
}
