import type { AstNode } from './ast-node.js';
import type { Evaluate } from './evaluate.js';

/** What the parts of the compiler share: the way back to its entry, and who wants to see every binary operator. */
export interface Compilation {
  readonly compile: (node: AstNode, root: boolean, compilation: Compilation) => Evaluate | undefined;
  /** May give another closure in place of the operator's own. */
  readonly observe?: (node: AstNode, result: Evaluate, left: Evaluate, right: Evaluate) => Evaluate | undefined;
}
