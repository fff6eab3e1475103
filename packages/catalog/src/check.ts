import type { Facts, Json, ParameterValues } from '@obey/schema';

/** What one step yielded for one item, as the candidate left it. */
export interface CheckValue {
  /** Loop variables by name: `item.state.slug`. */
  readonly item: Readonly<Record<string, Json>>;
  /** Keys of the loop values joined by `/`. */
  readonly key: string;
  /** Read from the candidate's output: expect any shape. */
  readonly value: unknown;
}

/** What a check in check.ts is given. */
export interface CheckContext {
  readonly facts: Facts;
  readonly parameters: ParameterValues;
  /** Text of every file of the workspace as the candidate left it. */
  readonly files: Readonly<Record<string, string>>;
  /** Final values by step id. */
  readonly values: Readonly<Record<string, readonly CheckValue[]>>;
  /** The step that the evaluation names. */
  readonly of: string;
  /** The evaluation's tolerance, 0 where it sets none. */
  readonly tolerance: number;
}

export interface CheckResult {
  /** What was checked: an item's key or a part of the output. */
  readonly item: string;
  readonly passed: boolean;
  /** What was found and what was expected, one line. */
  readonly detail: string;
}

/** A domain check that no expression can state; pure. An output that is missing or malformed fails, it never throws. */
export type Check = (context: CheckContext) => readonly CheckResult[];
