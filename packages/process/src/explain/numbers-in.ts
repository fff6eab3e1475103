import type { ParameterValues } from '@obey/schema';
import { analyzeExpression } from '../expression/analyze-expression.js';
import { type AstNode, leftOf, pairsOf } from '../expression/ast-node.js';

/** The limits that a condition compares with: its numbers, and the values of the parameters it names. Zero says nothing. */
export function numbersIn(source: string, parameters: ParameterValues): number[] {
  const analysis = analyzeExpression(source, () => true);
  if (!('ast' in analysis)) return [];
  const named = [...analysis.names.keys()].map((name) => parameters[name]).filter((value) => typeof value === 'number');
  return [...new Set([...literals(analysis.ast), ...named])].filter((value) => value !== 0);
}

/** Positions in a list are no limits. */
function literals(ast: AstNode): number[] {
  if (ast.type === 'number') return [Number(ast.value)];
  const stages = [...(ast.stages ?? []), ...(ast.predicate ?? [])].flatMap(({ expr }) =>
    expr === undefined || expr.type === 'number' ? [] : [expr],
  );
  const children = [leftOf(ast), ast.rhs, ast.expression, ast.condition, ast.then, ast.else, ast.body];
  const lists = [...(ast.steps ?? []), ...(ast.arguments ?? []), ...(ast.expressions ?? []), ...pairsOf(ast).flat()];
  return [...children, ...lists, ...stages].flatMap((child) => (child === undefined ? [] : literals(child)));
}
