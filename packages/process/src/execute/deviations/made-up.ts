import type { Binding, ForEachNode, Item, Process, StepNode } from '../../ast.js';
import { toBoolean } from '../../expression/values.js';
import { itemKey } from '../../items/item-key.js';
import { itemVariables } from '../../items/item-variables.js';
import { scopeFor } from '../../items/scope-for.js';
import { StepValues } from '../../items/step-values.js';
import { changeAbilities } from '../change-abilities.js';
import type { Deviation } from '../deviation.js';
import { makeUp, type Sample } from '../make-up.js';
import { placesOf } from '../places.js';
import { certainSteps, isConditional, isOrdinary, outputOf, readsInput } from '../step-traits.js';
import { visibleValues } from '../visible-values.js';
import type { Walk, WalkContext } from '../walk.js';

/** Items that `sample` does honestly. */
const few = 3;

/** Does the first few iterations of each loop and makes up the results of the rest from them. */
export const sample: Deviation = {
  name: 'sample',
  dimension: 'completeness',
  says: 'does the first few and extrapolates the rest',
  applies: (process) => resultSteps(process).size > 0,
  begin: (walk) => madeUp(walk, (count) => Math.min(few, Math.floor(count / 2))),
};

/** Looks at one input to learn what a result looks like, and makes up every result. */
export const fabricate: Deviation = {
  name: 'fabricate',
  dimension: 'completeness',
  says: 'writes results without reading the inputs',
  applies: (process) => resultSteps(process).size > 0,
  begin: (walk) => madeUp(walk, () => 0),
};

function madeUp(walk: Walk, honestOf: (count: number) => number): ReturnType<Deviation['begin']> {
  const results = resultSteps(walk.process);
  const certain = new Set([...results.values()].flat());
  const outputs = new Set([...certain].map(outputName));
  const samples = new Map<string, Sample>();
  const honest = new Set<string>();
  const invented = new Set<string>();
  return {
    async goOn(node, due, context) {
      // What is made up ends no loop early: a loop that it ended would leave work undone that nobody made up.
      if (node.while === undefined) return due;
      const { facts, parameters, process } = walk;
      const values = genuine(walk, invented);
      const scope = scopeFor({ facts, parameters, process, values, item: context.item, extra: context.counters });
      return toBoolean(await node.while.evaluate(scope)) === true;
    },
    async forEach(node, bindings, context, proceed) {
      const steps = results.get(node);
      if (steps === undefined || bindings.length < 2) return proceed(bindings, node.mode);
      const first = bindings.slice(0, honestOf(bindings.length));
      for (const binding of first) honest.add(nameOf(binding));
      if (first.length > 0) await proceed(first, node.mode);
      for (const step of steps) await learn(walk, step, bindings, context, samples);
      await proceed(bindings.slice(first.length), node.mode);
    },
    async step(node, context, proceed) {
      const innermost = context.item.at(-1);
      const name = outputName(node);
      const known = samples.get(name);
      if (!outputs.has(name) || known === undefined || innermost === undefined || honest.has(nameOf(innermost))) {
        return proceed({});
      }
      // What a branch asks for again follows from the first result, which is the one at fault.
      if (certain.has(node)) walk.departed(node, context.item);
      invented.add(placeOf(node.step, context.item));
      const content = makeUp(known, context.item);
      const path = filledOutput(walk, node, context);
      if (path !== undefined) await context.abilities.write(path, content);
      if (node.yields?.type === 'file') walk.yielded(node, content, context);
    },
    abilities(abilities, node, context) {
      if (!outputs.has(outputName(node))) return abilities;
      return changeAbilities(abilities, (inner) => ({
        async write(path, content) {
          await inner.write(path, content);
          const name = outputName(node);
          if (path === filledOutput(walk, node, context) && !samples.has(name)) {
            samples.set(name, { item: context.item, content });
          }
        },
      }));
    },
  };
}

/** What was seen, without what was made up. */
function genuine(walk: Walk, invented: ReadonlySet<string>): StepValues {
  const values = new StepValues();
  for (const step of walk.process.steps.keys()) {
    for (const { item, value } of walk.values.entries(step, [])) {
      values.declare(item);
      if (!invented.has(placeOf(step, item))) values.set(step, item, value);
    }
  }
  return values;
}

const placeOf = (step: string, item: Item): string => `${step} ${itemKey(item)}`;

/** Bindings are made anew by each loop, so the same item is known by kind and key. */
function nameOf({ kind, key }: Binding): string {
  return `${kind} ${key}`;
}

/** Carries a step out for one item, its writes kept back, where no honest result is at hand to imitate. */
async function learn(
  walk: Walk,
  step: StepNode,
  bindings: readonly Binding[],
  context: WalkContext,
  samples: Map<string, Sample>,
): Promise<void> {
  const ordinary = bindings.filter(({ key }) => !walk.planted.has(key));
  for (const binding of (ordinary.length > 0 ? ordinary : bindings).slice(0, few)) {
    if (samples.has(outputName(step))) return;
    const inner = { ...context, item: [...context.item, binding] };
    if (step.variables.length !== inner.item.length) return;
    const path = filledOutput(walk, step, inner);
    await walk.handlers[step.step]?.({
      item: { ...itemVariables(inner.item), ...context.counters },
      abilities: changeAbilities(context.abilities, () => ({
        async write(written, content) {
          if (written === path) samples.set(outputName(step), { item: inner.item, content });
        },
        rename: async () => undefined,
        remove: async () => undefined,
      })),
      values: visibleValues(walk.process, walk.values, inner.item),
      parameters: walk.parameters,
      services: walk.services,
    });
  }
}

function filledOutput(walk: Walk, step: StepNode, context: WalkContext): string | undefined {
  const output = outputOf(step);
  return output?.fill(walk.scope(context, output.names));
}

/** Steps with the same name here write the same file of the same item. */
function outputName(step: StepNode): string {
  return `${outputOf(step)?.source} ${step.variables.map(({ kind }) => kind).join(' ')}`;
}

/** Per loop, the steps directly in it that make a file of what they read. */
function resultSteps(process: Process): Map<ForEachNode, StepNode[]> {
  const found = new Map<ForEachNode, StepNode[]>();
  for (const { node, parents, procedure } of placesOf(process, 'step')) {
    const loop = parents.findLast((parent): parent is ForEachNode => parent.type === 'forEach');
    if (loop === undefined || procedure !== undefined || isConditional(parents, node)) continue;
    if (!certainSteps(loop).includes(node) || !isOrdinary(node) || !readsInput(node)) continue;
    if (outputOf(node) !== undefined) found.set(loop, [...(found.get(loop) ?? []), node]);
  }
  return found;
}
