import type { Item, Process, StepNode } from '../../ast.js';
import { type AggregateInput, aggregateInputs } from '../../items/aggregate-inputs.js';
import { itemKey } from '../../items/item-key.js';
import { StepValues } from '../../items/step-values.js';
import { changeAbilities } from '../change-abilities.js';
import type { Deviation } from '../deviation.js';
import { matters } from '../matters.js';
import { placesOf } from '../places.js';
import { outputOf } from '../step-traits.js';
import type { Walk, WalkContext } from '../walk.js';

/** Leaves one input out of one result. */
export const dropFromAggregate: Deviation = {
  name: 'drop-from-aggregate',
  dimension: 'aggregation',
  says: 'leaves an input out when it combines',
  applies: (process) => aggregates(process).length > 0,
  begin(walk, process) {
    const meant = walk.choose('drop-from-aggregate', aggregates(process));
    let dropped: { item: Item; key: string } | undefined;
    return {
      async step(node, context, proceed) {
        if (node !== meant || node.aggregate === undefined) return proceed({});
        if (dropped === undefined) {
          const key = await inputToDrop(walk, node, context);
          if (key !== undefined) dropped = { item: context.item, key };
        }
        if (dropped === undefined || itemKey(dropped.item) !== itemKey(context.item)) return proceed({});
        walk.departed(node, context.item);
        return proceed({ values: without(walk, node.aggregate.of, dropped.key) });
      },
      abilities(abilities, node, context) {
        const { aggregate } = node;
        if (node !== meant || aggregate === undefined || dropped === undefined) return abilities;
        if (itemKey(dropped.item) !== itemKey(context.item)) return abilities;
        const hidden = pathsOf(walk, aggregate.of, dropped.key, context);
        return changeAbilities(abilities, (inner) => ({
          read: (path) => (hidden.has(path) ? Promise.reject(new Error(`there is no ${path}`)) : inner.read(path)),
        }));
      },
    };
  },
};

/** Writes the inputs down one by one where they were to be combined. */
export const listNotAggregate: Deviation = {
  name: 'list-not-aggregate',
  dimension: 'aggregation',
  says: 'lists the inputs in place of combining them',
  applies: (process) => aggregates(process).length > 0,
  begin(walk, process) {
    const meant = walk.choose('list-not-aggregate', aggregates(process));
    return {
      abilities(abilities, node, context) {
        const output = outputOf(node);
        if (node !== meant || node.aggregate === undefined || output === undefined) return abilities;
        const values = aggregateInputs(walk.values, node.aggregate.of, context.item).map(({ value }) => value);
        const target = output.fill(walk.scope(context, output.names));
        return changeAbilities(abilities, (inner) => ({
          async write(path, content) {
            if (path !== target) return inner.write(path, content);
            walk.departed(node, context.item);
            await inner.write(path, path.endsWith('.json') ? `${JSON.stringify(values, null, 2)}\n` : bullets(values));
          },
        }));
      },
    };
  },
};

function aggregates(process: Process): StepNode[] {
  return placesOf(process, 'step').flatMap(({ node }) => (node.aggregate === undefined ? [] : [node]));
}

/** The key of an input that the result hangs on, of several an ordinary one; undefined where there is none. */
async function inputToDrop(walk: Walk, node: StepNode, context: WalkContext): Promise<string | undefined> {
  const { aggregate } = node;
  if (aggregate === undefined) return undefined;
  const inputs = aggregateInputs(walk.values, aggregate.of, context.item);
  const resultOf = (values: readonly AggregateInput[]) =>
    aggregate.expect.evaluate(walk.scope(context, aggregate.expect.names, { values }));
  const whole = await resultOf(inputs);
  const candidates: string[] = [];
  for (const input of inputs) {
    const rest = inputs.filter((other) => other !== input);
    if (matters(whole, await resultOf(rest), aggregate.tolerance)) candidates.push(input.key);
  }
  if (candidates.length < 2) return undefined;
  const ordinary = candidates.filter((key) => !walk.planted.has(key));
  return walk.choose(`${node.step} ${itemKey(context.item)}`, ordinary.length > 0 ? ordinary : candidates);
}

function without(walk: Walk, of: readonly string[], key: string): StepValues {
  const rest = new StepValues();
  for (const step of walk.process.steps.keys()) {
    for (const { item, value } of walk.values.entries(step, [])) {
      rest.declare(item);
      if (!of.includes(step) || itemKey(item) !== key) rest.set(step, item, value);
    }
  }
  return rest;
}

function pathsOf(walk: Walk, of: readonly string[], key: string, context: WalkContext): Set<string> {
  const paths = new Set<string>();
  for (const name of of) {
    const step = walk.process.steps.get(name);
    const output = step === undefined ? undefined : outputOf(step);
    for (const { item } of walk.values.entries(name, context.item)) {
      if (itemKey(item) === key && output !== undefined) {
        paths.add(output.fill(walk.scope({ ...context, item }, output.names)));
      }
    }
  }
  return paths;
}

function bullets(values: readonly unknown[]): string {
  return values.map((value) => `- ${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');
}
