import { ObeyError } from '@obey/schema';
import type { Expression, Position, Scope } from '../ast.js';
import type { ExpressionAnalysis } from './analyze-expression.js';
import type { AstNode } from './ast-node.js';
import { compile } from './compile.js';
import { failureText } from './failure-text.js';
import { compileTies } from './ties.js';
import { isSequence, toPlain } from './values.js';

/** Makes an expression of an analysis whose names are resolved; `isStep` tells which of them are steps. */
export function createExpression(
  analysis: ExpressionAnalysis,
  at: Position,
  isStep: (name: string) => boolean,
): Expression {
  const { source, ast, evaluator } = analysis;
  const names = new Set(analysis.names.keys());
  const steps = new Set([...names].filter(isStep));
  const failed = (thrown: unknown) =>
    new ObeyError('expression-failed', `\`${source}\` failed: ${failureText(thrown)}`, { cause: thrown, at });
  const compiled = analysis.passesFunctions ? undefined : compile(ast, true);
  if (compiled !== undefined) {
    const plain = builds(ast) ? toPlain : toList;
    const evaluateSync = (scope: Scope) => {
      try {
        const value = compiled(scope, scope);
        return typeof value === 'object' ? plain(value) : value;
      } catch (thrown) {
        throw failed(thrown);
      }
    };
    const tied = compileTies(ast);
    const evaluate = async (scope: Scope) => evaluateSync(scope);
    return { source, at, names, steps, evaluateSync, evaluate, ...(tied && { tied }) };
  }
  const copies = groups(ast);
  const evaluate = async (scope: Scope) => {
    const values: Record<string, unknown> = {};
    for (const name of names) {
      const value = scope[name];
      if (value !== undefined) values[name] = copies ? toPlain(value) : value;
    }
    try {
      return toPlain(await evaluator.evaluate(values));
    } catch (thrown) {
      throw failed(thrown);
    }
  };
  return { source, at, names, steps, evaluate };
}

/** A list that a path built, without the mark that says so. */
function toList(value: unknown): unknown {
  return isSequence(value) ? [...value] : value;
}

/** Whether it may put a list that a path built inside another value. */
function builds(ast: AstNode): boolean {
  return /"value":"[[{]"/.test(JSON.stringify(ast));
}

/** JSONata's grouping adds an element to an empty list that it is given, which must not be the scope's own. */
function groups(ast: AstNode): boolean {
  return JSON.stringify(ast).includes('"group":');
}
