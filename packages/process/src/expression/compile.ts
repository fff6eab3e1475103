import { type AstNode, leftOf, pairsOf } from './ast-node.js';
import type { Compilation } from './compilation.js';
import { compileFilter } from './compile-filter.js';
import { compileFunction } from './compile-function.js';
import { compileObject } from './compile-object.js';
import { compileOperator } from './compile-operator.js';
import { compilePath } from './compile-path.js';
import type { Evaluate } from './evaluate.js';
import { EvaluationError } from './evaluation-error.js';
import { collapse, isNumber, toBoolean } from './values.js';

/**
 * Compiles JSONata's tree to a synchronous closure that gives what JSONata gives, or undefined where the tree leaves the
 * subset: bindings, lambdas, wildcards, sorting, grouping, ranges, regular expressions, other functions.
 */
export function compile(node: AstNode, root: boolean, compilation: Compilation = { compile }): Evaluate | undefined {
  if (node.keepArray || node.keepSingletonArray || node.tuple || node.focus || node.index || node.group)
    return undefined;
  if (node.consarray === true) return undefined;
  const inner = compileInner(node, root, compilation);
  if (inner === undefined || node.predicate === undefined) return inner && collapsing(node, inner);
  const filters = node.predicate.map((stage) => compileFilter(stage, compilation));
  if (filters.some((filter) => filter === undefined)) return undefined;
  return (input, scope) => {
    let value = inner(input, scope);
    for (const filter of filters) value = filter?.(value, scope);
    return collapse(value);
  };
}

function collapsing(node: AstNode, inner: Evaluate): Evaluate {
  return node.type === 'path' || node.type === 'function' ? (input, scope) => collapse(inner(input, scope)) : inner;
}

function compileInner(node: AstNode, root: boolean, compilation: Compilation): Evaluate | undefined {
  const operand = (inner: AstNode | undefined) => inner && compilation.compile(inner, root, compilation);
  switch (node.type) {
    case 'path':
      return compilePath(node, root, compilation);
    case 'string':
    case 'number':
    case 'value': {
      const { value } = node;
      return () => value;
    }
    case 'variable':
      return compileVariable(node, root);
    case 'binary': {
      const left = operand(leftOf(node));
      const right = operand(node.rhs);
      if (left === undefined || right === undefined) return undefined;
      const result = compileOperator(String(node.value), left, right);
      return result && (compilation.observe?.(node, result, left, right) ?? result);
    }
    case 'unary':
      return compileUnary(node, root, compilation);
    case 'condition':
      return compileCondition(operand(node.condition), operand(node.then), node.else, operand(node.else));
    case 'block': {
      const parts = (node.expressions ?? []).map(operand);
      const last = parts.at(-1);
      return parts.length === 1 && last !== undefined ? last : undefined;
    }
    case 'function': {
      const { procedure } = node;
      if (procedure?.type !== 'variable' || procedure.predicate !== undefined) return undefined;
      const parameters = (node.arguments ?? []).map(operand);
      if (!parameters.every((parameter) => parameter !== undefined)) return undefined;
      return compileFunction(String(procedure.value), parameters);
    }
    default:
      return undefined;
  }
}

function compileVariable(node: AstNode, root: boolean): Evaluate | undefined {
  const name = String(node.value);
  if (name === '') return root ? undefined : (input) => input;
  return name === '$' ? undefined : (_, scope) => scope[name];
}

function compileUnary(node: AstNode, root: boolean, compilation: Compilation): Evaluate | undefined {
  if (node.value === '{') return root ? compileObject(pairsOf(node), compilation) : undefined;
  if (node.value === '[') return compileArray(node, root, compilation);
  const operand = node.expression && compilation.compile(node.expression, root, compilation);
  if (operand === undefined) return undefined;
  return (input, scope) => {
    const value = operand(input, scope);
    if (value === undefined) return undefined;
    if (!isNumber(value)) throw new EvaluationError('D1002', value);
    return -value;
  };
}

function compileArray(node: AstNode, root: boolean, compilation: Compilation): Evaluate | undefined {
  const elements = (node.expressions ?? []).map((element) => ({
    nested: element.value === '[',
    evaluate: compilation.compile(element, root, compilation),
  }));
  if (elements.some(({ evaluate }) => evaluate === undefined)) return undefined;
  return (input, scope) => {
    const list: unknown[] = [];
    for (const { nested, evaluate } of elements) {
      const value = evaluate?.(input, scope);
      if (Array.isArray(value) && !nested) for (const element of value) list.push(element);
      else if (value !== undefined) list.push(value);
    }
    return list;
  };
}

function compileCondition(
  condition: Evaluate | undefined,
  whenTrue: Evaluate | undefined,
  otherwise: AstNode | undefined,
  whenFalse: Evaluate | undefined,
): Evaluate | undefined {
  if (condition === undefined || whenTrue === undefined) return undefined;
  if (otherwise !== undefined && whenFalse === undefined) return undefined;
  return (input, scope) =>
    toBoolean(condition(input, scope)) === true ? whenTrue(input, scope) : whenFalse?.(input, scope);
}
