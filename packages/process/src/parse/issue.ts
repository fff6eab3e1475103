import type { Position } from '../ast.js';

/** One thing that is wrong in a file: what was found and expected, where, and what to do. */
export interface Issue {
  readonly message: string;
  readonly at: Position;
  readonly hint?: string;
}
