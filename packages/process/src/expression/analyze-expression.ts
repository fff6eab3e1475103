import type { AstNode } from './ast-node.js';
import { type FreeNames, freeNames } from './free-names.js';
import { createJsonataEvaluator, type JsonataEvaluator } from './jsonata-evaluator.js';

/** An expression that parsed, before its names are resolved. */
export interface ExpressionAnalysis extends FreeNames {
  readonly source: string;
  readonly ast: AstNode;
  readonly evaluator: JsonataEvaluator;
}

/** A syntax error, with the offset in the source where it shows. */
export interface ExpressionSyntaxError {
  readonly message: string;
  readonly offset: number;
}

/** Parses an expression and lists what it needs from its surroundings. */
export function analyzeExpression(
  source: string,
  inScope: (name: string) => boolean,
): ExpressionAnalysis | ExpressionSyntaxError {
  try {
    const evaluator = createJsonataEvaluator(source);
    return { source, ast: evaluator.ast, evaluator, ...freeNames(evaluator.ast, inScope) };
  } catch (thrown) {
    return syntaxError(thrown, source);
  }
}

function syntaxError(thrown: unknown, source: string): ExpressionSyntaxError {
  const field = (name: string): unknown =>
    typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;
  const position = field('position');
  const message = String(field('message') ?? thrown).replaceAll('"(end)"', 'the end');
  const offset = typeof position === 'number' ? Math.min(Math.max(0, position - 1), source.length) : 0;
  return { message: message.charAt(0).toLowerCase() + message.slice(1), offset };
}
