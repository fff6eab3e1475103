import type { Json } from '@obey/schema';

/** Where a node stands in its file; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Names in scope with their values; each is a field at the root and also `$name`. */
export type Scope = Readonly<Record<string, unknown>>;

/** A compiled expression. Evaluating never changes the scope; `undefined` means that nothing was there. */
export interface Expression {
  readonly source: string;
  readonly at: Position;
  /** The free names it uses (facts, parameters, loop variables, steps, event fields). */
  readonly names: ReadonlySet<string>;
  /** Those of `names` that are steps: the operands that a run must yield. */
  readonly steps: ReadonlySet<string>;
  /** Present when the expression lies in the compiled subset. @throws ObeyError `expression-failed` */
  readonly evaluateSync?: (scope: Scope) => unknown;
  /**
   * For conditions that compare: true when the outcome hangs on a comparison whose two sides lie within 1e-9 (relative)
   * of each other, so that both outcomes are acceptable. Absent where there is no comparison.
   */
  readonly tied?: (scope: Scope) => boolean;
  /** Always present. Rejects with ObeyError `expression-failed`. Reads only `names` from the scope, own or inherited. */
  readonly evaluate: (scope: Scope) => Promise<unknown>;
}

/** Text with {holes}. */
export interface Template {
  readonly source: string;
  readonly at: Position;
  readonly names: ReadonlySet<string>;
  /** Fills every hole. @throws ObeyError `expression-failed` when a hole has no value */
  readonly fill: (scope: Scope) => string;
  /** Reads a text backwards: the captured holes by their source (`state.slug` → `ohio`), or null. A hole never captures `/`. */
  readonly capture: (text: string) => Readonly<Record<string, string>> | null;
  /** The holes' sources, in order. */
  readonly holes: readonly string[];
}

export type PathMatcher = {
  readonly type: 'wrote' | 'edited' | 'deleted' | 'read';
  readonly path: Template;
  readonly where?: Expression;
};
export type RequestMatcher = {
  readonly type: 'requested';
  readonly method: string;
  readonly path: Template;
  readonly service?: string;
  readonly where?: Expression;
};
export type RunMatcher = { readonly type: 'ran'; readonly command: Template; readonly where?: Expression };
export type CallMatcher = {
  readonly type: 'called';
  readonly tool: Template;
  readonly with: Readonly<Record<string, Template>>;
  readonly where?: Expression;
};
export type DelegateMatcher = { readonly type: 'delegated'; readonly agent: Template; readonly where?: Expression };
export type ReplyMatcher = { readonly type: 'replied'; readonly where?: Expression };
/** One matcher without combination. Every `where` lies in the compiled subset: the parser refuses others. */
export type SimpleMatcher = PathMatcher | RequestMatcher | RunMatcher | CallMatcher | DelegateMatcher | ReplyMatcher;
export type Matcher =
  | SimpleMatcher
  | { readonly type: 'anyOf'; readonly of: readonly Matcher[] }
  | { readonly type: 'allOf'; readonly of: readonly Matcher[] };

export interface Proof {
  readonly token: string;
  readonly fields: readonly string[];
}

export interface Aggregate {
  /** Step ids. */
  readonly of: readonly string[];
  readonly expect: Expression;
  readonly tolerance: number;
  readonly uses?: string;
}

/** What a step's value is: the parsed content of a workspace file, the body of the answer to its request, or the final answer. */
export type Yields =
  | { readonly type: 'file'; readonly path: Template }
  | { readonly type: 'response' }
  | { readonly type: 'reply' };

/**
 * One loop value. `kind` names the list it comes from, with loop variables resolved (`countries.cities`), so that
 * two loops over the same fact bind the same item whatever their variables are called.
 */
export interface Binding {
  readonly variable: string;
  readonly kind: string;
  readonly key: string;
  readonly value: Json;
}

/** An item is the tuple of its loop values, outermost first. */
export type Item = readonly Binding[];

interface NodeBase {
  /** Unique and stable: `collect` for a step, else type and number in textual order, such as `forEach#2`. */
  readonly id: string;
  readonly at: Position;
}

/** One loop variable or parameter that is in scope where a node stands. */
export interface Variable {
  readonly name: string;
  readonly kind: string;
}

export interface StepNode extends NodeBase {
  readonly type: 'step';
  readonly step: string;
  readonly says?: string;
  readonly started?: Matcher;
  readonly done: Matcher;
  readonly yields?: Yields;
  readonly proof?: Proof;
  readonly optional: boolean;
  readonly reads: readonly Template[];
  readonly aggregate?: Aggregate;
  readonly atMost?: number;
  /** Loop variables and parameters in scope, outermost first. */
  readonly variables: readonly Variable[];
  /** Unit of the nearest enclosing loop; absent outside loops. */
  readonly unit?: Granularity;
}

export type Mode = 'parallel' | 'sequential' | 'any';
export type Granularity = 'request' | 'call' | 'agent' | 'artifact';

export interface ForEachNode extends NodeBase {
  readonly type: 'forEach';
  readonly variable: string;
  readonly list: Expression;
  /** See `Binding.kind`. */
  readonly kind: string;
  /** Field that identifies an item; absent: the value itself when a scalar, else its `id`, `key`, `slug` or `name`. */
  readonly key?: string;
  readonly mode: Mode;
  readonly unit: Granularity;
  readonly maxWords?: number;
  /** Asked before each item, in the order of the list, where no item of this loop is bound; the first time it fails ends the loop. */
  readonly while?: Expression;
  readonly do: Block;
}

export interface ParallelNode extends NodeBase {
  readonly type: 'parallel';
  readonly branches: readonly Block[];
}

export interface IfNode extends NodeBase {
  readonly type: 'if';
  readonly condition: Expression;
  /** True when the condition names only facts, parameters and loop variables: structure, not a decision. */
  readonly structural: boolean;
  readonly whenTrue: Block;
  readonly whenFalse: Block;
}

export interface RepeatNode extends NodeBase {
  readonly type: 'repeat';
  readonly while: Expression;
  readonly max: number;
  /** Name of the counter (from 1) in scope of the body; not part of an item. */
  readonly as?: string;
  readonly do: Block;
}

export interface TryNode extends NodeBase {
  readonly type: 'try';
  readonly body: Block;
  readonly on: Matcher;
  readonly retry?: { readonly max: number; readonly where?: Expression };
  readonly do: Block;
  readonly otherwise: Block;
}

export interface CallNode extends NodeBase {
  readonly type: 'call';
  readonly procedure: string;
  readonly with: Readonly<Record<string, Expression>>;
}

export type Node = StepNode | ForEachNode | ParallelNode | IfNode | RepeatNode | TryNode | CallNode;
export type Block = readonly Node[];

export interface Procedure {
  readonly name: string;
  readonly params: readonly Variable[];
  readonly do: Block;
}

/** A checked process: the one tree that is explained, executed and replayed. */
export interface Process {
  readonly nodes: Block;
  readonly procedures: ReadonlyMap<string, Procedure>;
  /** Every step in textual order, those of procedures last. */
  readonly steps: ReadonlyMap<string, StepNode>;
}
