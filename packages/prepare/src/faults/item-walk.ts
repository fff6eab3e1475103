import {
  type Binding,
  type Block,
  type Expression,
  type Item,
  loopBindings,
  type Node,
  type Process,
} from '@obey/process';
import type { Facts, ParameterValues } from '@obey/schema';

/** Names with their values, as an expression is evaluated on. */
export type Names = Readonly<Record<string, unknown>>;

/** One node with one item that reaches it, as far as the facts alone can tell. */
export interface NodeInstance {
  readonly node: Node;
  readonly item: Item;
  /** Facts, parameters, loop variables and counters. */
  readonly names: Names;
}

/** Recursion by procedures is bounded by the depth of its data; this bounds data that refers to itself. */
const deepest = 200;

/**
 * Every node with every item that may reach it, from the facts alone: structural conditions are decided, both branches of a
 * decision may come, and a loop over a list that only a run can yield has no items.
 */
export async function* walkItems(
  process: Process,
  sealed: { readonly facts: Facts; readonly parameters: ParameterValues },
): AsyncGenerator<NodeInstance> {
  yield* walk(process, process.nodes, { item: [], names: { ...sealed.parameters, ...sealed.facts }, depth: 0 });
}

interface Place {
  readonly item: Item;
  readonly names: Names;
  readonly depth: number;
}

async function* walk(process: Process, block: Block, place: Place): AsyncGenerator<NodeInstance> {
  for (const node of block) {
    yield { node, item: place.item, names: place.names };
    for await (const [inner, where] of below(process, node, place)) yield* walk(process, inner, where);
  }
}

async function* below(process: Process, node: Node, place: Place): AsyncGenerator<readonly [Block, Place]> {
  switch (node.type) {
    case 'step':
      return;
    case 'forEach': {
      const list = await known(node.list, place.names);
      for (const binding of list === undefined ? [] : loopBindings(node, list))
        yield [node.do, bound(place, [binding])];
      return;
    }
    case 'parallel':
      for (const branch of node.branches) yield [branch, place];
      return;
    case 'if': {
      const condition = node.structural ? await known(node.condition, place.names) : undefined;
      if (!node.structural || truthy(condition)) yield [node.whenTrue, place];
      if (!node.structural || !truthy(condition)) yield [node.whenFalse, place];
      return;
    }
    case 'repeat':
      yield [node.do, node.as === undefined ? place : { ...place, names: { ...place.names, [node.as]: 1 } }];
      return;
    case 'try':
      for (const part of [node.body, node.do, node.otherwise]) yield [part, place];
      return;
    case 'call': {
      const procedure = process.procedures.get(node.procedure);
      if (procedure === undefined || place.depth >= deepest) return;
      const bindings: Binding[] = [];
      for (const { name, kind } of procedure.params) {
        const argument = node.with[name];
        const value = argument === undefined ? undefined : await known(argument, place.names);
        const binding = loopBindings({ variable: name, kind, at: node.at }, [value ?? null])[0];
        if (value === undefined || binding === undefined) return;
        bindings.push(binding);
      }
      // Inside a procedure the item is its arguments.
      yield [procedure.do, { ...bound({ ...place, item: [] }, bindings), depth: place.depth + 1 }];
    }
  }
}

function bound(place: Place, bindings: readonly Binding[]): Place {
  const values = Object.fromEntries(bindings.map(({ variable, value }) => [variable, value]));
  return { ...place, item: [...place.item, ...bindings], names: { ...place.names, ...values } };
}

/** The value of an expression, when it needs nothing that only a run can yield. */
async function known(expression: Expression, names: Names): Promise<unknown> {
  if (expression.steps.size > 0) return undefined;
  return expression.evaluateSync === undefined ? expression.evaluate(names) : expression.evaluateSync(names);
}

/** JSONata’s truth: an empty list or object and a list of falsehoods are false. */
export function truthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(truthy);
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
