import type { Granularity, Variable } from '../ast.js';
import type { AstNode } from '../expression/ast-node.js';

/** A condition that holds, or does not, wherever a node inside its branch stands. */
export interface KnownCondition {
  readonly ast: AstNode;
  readonly holds: boolean;
  readonly steps: ReadonlySet<string>;
}

/** What surrounds a node. */
export interface Frame {
  /** `refine.` inside the procedure `refine`; empty in the process itself. */
  readonly prefix: string;
  /** Loop variables and parameters of a procedure, outermost first. */
  readonly variables: readonly Variable[];
  /** Counters of the repeats around. */
  readonly counters: readonly string[];
  /** Steps that may have a value here. */
  readonly available: ReadonlySet<string>;
  /** Unit of the nearest loop. */
  readonly unit?: Granularity;
  readonly conditions: readonly KnownCondition[];
  /** How often at most the repeats around let a node run for one item. */
  readonly cycles: number;
}
