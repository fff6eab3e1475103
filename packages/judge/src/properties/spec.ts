import type { Facts, NodeSource } from '@obey/schema';

/** One loop value in scope: its variable and the list that it comes from. */
export interface Loop {
  readonly variable: string;
  readonly list: string;
}

/** What a step does and leaves behind. */
export interface StepSpec {
  readonly kind: 'step';
  readonly id: string;
  readonly does: 'write' | 'request' | 'read' | 'run';
  /** A write that begins with a request. */
  readonly fetches: boolean;
  readonly yields: boolean;
  readonly proof: boolean;
  readonly optional: boolean;
  readonly atMost?: number;
  /** Enclosing loops, outermost first. */
  readonly loops: readonly Loop[];
  /** Combines the values of these steps, of each item the last that there is. */
  readonly combines?: readonly string[];
  /** Writes where this step writes, and fetches what it fetches. */
  readonly again?: string;
}

export interface ForEachSpec {
  readonly kind: 'forEach';
  readonly variable: string;
  readonly list: string;
  readonly mode: 'parallel' | 'sequential' | 'any';
  readonly unit: 'request' | 'artifact';
  readonly body: readonly Spec[];
}

export interface ParallelSpec {
  readonly kind: 'parallel';
  readonly branches: readonly (readonly Spec[])[];
}

export interface IfSpec {
  readonly kind: 'if';
  /** A fact's field: structure. A step's value, or the sum of all its values: a decision. */
  readonly on:
    | { readonly type: 'fact'; readonly variable: string }
    | { readonly type: 'value' | 'sum'; readonly step: string; readonly above: number };
  readonly whenTrue: readonly Spec[];
  readonly whenFalse: readonly Spec[];
}

export interface TrySpec {
  readonly kind: 'try';
  readonly body: StepSpec;
  readonly retries: number;
  /** After each fault, before the next attempt. */
  readonly recovery?: StepSpec;
  readonly otherwise: StepSpec;
  readonly loops: readonly Loop[];
}

/** Does a step again, after a correction, as long as its value is too high, at most so often. */
export interface RepeatSpec {
  readonly kind: 'repeat';
  /** The step whose value is asked for. */
  readonly of: string;
  readonly above: number;
  readonly max: number;
  readonly correct: StepSpec;
  readonly again: StepSpec;
}

/** A recursive walk over the tree that a fact holds; `first` says whether a node comes before its children. */
export interface TreeSpec {
  readonly kind: 'tree';
  readonly visit: StepSpec;
  readonly first: boolean;
}

export type Spec = StepSpec | ForEachSpec | ParallelSpec | IfSpec | TrySpec | RepeatSpec | TreeSpec;

/** A random process in the generator's own terms. */
export interface ProcessSpec {
  readonly nodes: readonly Spec[];
  /** Elements of each list. */
  readonly lists: Readonly<Record<string, readonly Element[]>>;
  /** The tree that `tree` nodes walk. */
  readonly tree: TreeElement;
}

export interface Element {
  readonly id: string;
  readonly big: boolean;
  readonly inner: readonly { readonly id: string; readonly big: boolean }[];
}

export interface TreeElement {
  readonly id: string;
  readonly children: readonly TreeElement[];
}

/** `out/collect/{a.id}/{b.id}.json`. */
export const holes = (loops: readonly Loop[]): string => loops.map(({ variable }) => `/{${variable}.id}`).join('');

const evidence = (step: StepSpec) => {
  const place = `${step.again ?? step.id}${holes(step.loops)}`;
  switch (step.does) {
    case 'write':
      return { wrote: `out/${place}.json` };
    case 'request':
      return { requested: `GET /${place}` };
    case 'read':
      return { read: `input/${place}.txt` };
    case 'run':
      return { ran: `make ${place}` };
  }
};

const stepSource = (step: StepSpec): NodeSource => {
  const place = `${step.again ?? step.id}${holes(step.loops)}`;
  return {
    step: step.id,
    done: evidence(step),
    ...(step.fetches ? { started: { requested: `GET /${place}` } } : {}),
    ...(step.yields ? { yields: step.does === 'request' ? 'response.body' : `out/${place}.json` } : {}),
    ...(step.proof ? { proof: { token: 'reference', fields: ['value'] } } : {}),
    ...(step.optional ? { optional: true } : {}),
    ...(step.atMost === undefined ? {} : { atMost: step.atMost }),
    ...(step.combines === undefined
      ? {}
      : { aggregate: { of: [...step.combines], expect: '{ "total": $sum(values.value.value) }', tolerance: 0.001 } }),
  };
};

const condition = ({ on }: IfSpec): string => {
  if (on.type === 'fact') return `${on.variable}.big = true`;
  return on.type === 'value' ? `${on.step}.value > ${on.above}` : `$sum(${on.step}.value) > ${on.above}`;
};

/** A node as task authors write it. */
export function toSource(spec: Spec): NodeSource {
  switch (spec.kind) {
    case 'step':
      return stepSource(spec);
    case 'forEach':
      return {
        forEach: `${spec.variable} in ${spec.list}`,
        mode: spec.mode,
        unit: spec.unit,
        do: spec.body.map(toSource),
      };
    case 'parallel':
      return { parallel: spec.branches.map((branch) => branch.map(toSource)) };
    case 'if':
      return {
        if: condition(spec),
        // biome-ignore lint/suspicious/noThenProperty: the language's own word
        then: spec.whenTrue.map(toSource),
        ...(spec.whenFalse.length === 0 ? {} : { else: spec.whenFalse.map(toSource) }),
      };
    case 'try': {
      const on = { requested: `GET /${spec.body.id}${holes(spec.loops)}`, where: 'status >= 400' };
      return {
        try: [stepSource(spec.body)],
        catch: {
          on,
          retry: { max: spec.retries, where: 'status >= 500' },
          ...(spec.recovery === undefined ? {} : { do: [stepSource(spec.recovery)] }),
          otherwise: [stepSource(spec.otherwise)],
        },
      };
    }
    case 'repeat':
      return {
        repeat: { while: `${spec.of}.value > ${spec.above}`, max: spec.max },
        do: [stepSource(spec.correct), stepSource(spec.again)],
      };
    case 'tree':
      return { call: `walk${spec.visit.id}`, with: { node: 'tree' } };
  }
}

const trees = (specs: readonly Spec[]): TreeSpec[] =>
  specs.flatMap((spec) => {
    switch (spec.kind) {
      case 'tree':
        return [spec];
      case 'forEach':
        return trees(spec.body);
      case 'parallel':
        return spec.branches.flatMap(trees);
      case 'if':
        return [...trees(spec.whenTrue), ...trees(spec.whenFalse)];
      default:
        return [];
    }
  });

/** The process as JSON, which is YAML too. */
export function processText({ nodes }: ProcessSpec): string {
  const procedures = Object.fromEntries(
    trees(nodes).map((spec) => {
      const name = `walk${spec.visit.id}`;
      const visit = stepSource(spec.visit);
      const children: NodeSource = {
        forEach: 'child in node.children',
        do: [{ call: name, with: { node: 'child' } }],
      };
      return [name, { params: ['node'], do: spec.first ? [visit, children] : [children, visit] }];
    }),
  );
  return JSON.stringify(
    { process: nodes.map(toSource), ...(trees(nodes).length === 0 ? {} : { procedures }) },
    null,
    1,
  );
}

/** What the process may name. */
export function factsOf({ lists, tree }: ProcessSpec): Facts {
  return structuredClone({ ...lists, tree }) as unknown as Facts;
}
