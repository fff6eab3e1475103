import type { Scope } from '../ast.js';

/** A compiled node: `input` is what relative names refer to, which at the root of an expression is the scope itself. */
export type Evaluate = (input: unknown, scope: Scope) => unknown;
