import type { Scope } from '../ast.js';
import { type AstNode, leftOf, pairsOf } from './ast-node.js';
import type { Compilation } from './compilation.js';
import { compile } from './compile.js';
import type { Evaluate } from './evaluate.js';
import { toBoolean } from './values.js';

const orders = new Set(['<', '<=', '>', '>=']);
const equalities = new Set(['=', '!=']);
const relative = 1e-9;

interface Comparison {
  inverted: boolean;
}

/**
 * Whether the outcome of a condition hangs on a comparison of numbers that lie within 1e-9 (relative) of each other.
 * Whole numbers that no division produced are exact and never tie; neither do equal ones under `=` and `!=`.
 */
export function compileTies(ast: AstNode): ((scope: Scope) => boolean) | undefined {
  const comparisons: Comparison[] = [];
  const observe = (node: AstNode, result: Evaluate, left: Evaluate, right: Evaluate): Evaluate | undefined => {
    const operator = String(node.value);
    if (!orders.has(operator) && !equalities.has(operator)) return undefined;
    const comparison = { inverted: false };
    comparisons.push(comparison);
    const exact = !divides(node);
    const isTie = (a: unknown, b: unknown) => {
      if (typeof a !== 'number' || typeof b !== 'number' || (a === b && equalities.has(operator))) return false;
      if (exact && Number.isInteger(a) && Number.isInteger(b)) return false;
      return Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b));
    };
    return (input, scope) => {
      const outcome = result(input, scope);
      return comparison.inverted && isTie(left(input, scope), right(input, scope)) ? outcome !== true : outcome;
    };
  };
  const compilation: Compilation = { compile, observe };
  const evaluate = compile(ast, true, compilation);
  if (evaluate === undefined || comparisons.length === 0) return undefined;
  const holds = (scope: Scope) => toBoolean(evaluate(scope, scope)) === true;
  return (scope) => {
    try {
      const outcome = holds(scope);
      return comparisons.some((comparison) => invertedDiffers(comparison, outcome, () => holds(scope)));
    } catch {
      return false;
    }
  };
}

function invertedDiffers(comparison: Comparison, outcome: boolean, evaluate: () => boolean): boolean {
  comparison.inverted = true;
  try {
    return evaluate() !== outcome;
  } finally {
    comparison.inverted = false;
  }
}

function divides(node: AstNode): boolean {
  if (node.type === 'binary' && (node.value === '/' || node.value === '%')) return true;
  if (node.type === 'function' && node.procedure?.value === 'average') return true;
  const steps = (node.steps ?? []).flatMap((step) => [step, ...(step.stages ?? []).flatMap(({ expr }) => expr ?? [])]);
  const children = [leftOf(node), node.rhs, node.expression, node.condition, node.then, node.else, ...steps];
  const lists = [...(node.arguments ?? []), ...(node.expressions ?? []), ...pairsOf(node).flat()];
  return [...children, ...lists].some((child) => child !== undefined && divides(child));
}
