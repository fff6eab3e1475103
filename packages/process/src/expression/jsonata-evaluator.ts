import jsonata from 'jsonata';
import type { AstNode } from './ast-node.js';
import { medianOf, modeOf } from './statistics.js';

/** JSONata itself: its tree of a source, and an evaluation of it. */
export interface JsonataEvaluator {
  readonly ast: AstNode;
  /** Rejects with JSONata's own errors. */
  evaluate(values: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** Deep enough for any honest expression, and a bound for one that calls itself; time in ms. */
const limits = { stack: 500, timeout: 5000 };

/** @throws JSONata's syntax error, which has `position` and `message` */
export function createJsonataEvaluator(source: string): JsonataEvaluator {
  const expression = jsonata(source, limits);
  expression.registerFunction('mode', modeOf, '<x:x>');
  expression.registerFunction('median', medianOf, '<x:x>');
  return {
    ast: expression.ast() as AstNode,
    evaluate: (values) => expression.evaluate(values, { ...values }),
  };
}
