import type { Scope } from '../ast.js';
import { type AstNode, type AstStage, leftOf } from './ast-node.js';
import type { Compilation } from './compilation.js';
import type { Evaluate } from './evaluate.js';
import { FilterIndex } from './filter-index.js';
import { createSequence, isDeepEqual, isNumber, type Sequence, toBoolean } from './values.js';

/** Applies `[…]` to a value; a lone value counts as a list, also a missing one. */
export type Filter = (value: unknown, scope: Scope) => unknown;

export function compileFilter(stage: AstStage, compilation: Compilation): Filter | undefined {
  const { expr } = stage;
  if (stage.type !== 'filter' || expr === undefined) return undefined;
  if (expr.type === 'number') return elementAt(Math.floor(Number(expr.value)));
  return compileKeyFilter(expr, compilation) ?? compilePredicate(expr, compilation);
}

function elementAt(index: number): Filter {
  return (value) => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const element = list[index < 0 ? list.length + index : index];
    if (Array.isArray(element)) return element;
    const found = createSequence();
    if (element !== undefined) found.push(element);
    return found;
  };
}

function compilePredicate(node: AstNode, compilation: Compilation): Filter | undefined {
  const predicate = compilation.compile(node, false, compilation);
  if (predicate === undefined) return undefined;
  return (value, scope) => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const found = createSequence();
    for (let index = 0; index < list.length; index++) {
      const element = list[index];
      const result = predicate(element, scope);
      if (result === true) found.push(element);
      else if (result !== false) keep(found, element, index, list.length, result);
    }
    return found;
  };
}

/** Numbers select by position, everything else by its truth. */
function keep(found: Sequence, element: unknown, index: number, length: number, result: unknown): void {
  const positions = isNumber(result) ? [result] : result;
  if (Array.isArray(positions) && positions.filter((position) => !isNumber(position)).length === 0) {
    for (const position of positions) {
      const floor = Math.floor(position);
      if ((floor < 0 ? length + floor : floor) === index) found.push(element);
    }
  } else if (toBoolean(positions) === true) found.push(element);
}

/** `[a.b = $x.y]`, also the other way round: the constant side is evaluated once, and lists are grouped by the other. */
function compileKeyFilter(node: AstNode, compilation: Compilation): Filter | undefined {
  const left = leftOf(node);
  const { rhs } = node;
  if (node.type !== 'binary' || node.value !== '=' || left === undefined || rhs === undefined) return undefined;
  const [key, constant] = isFieldPath(left) ? [left, rhs] : [rhs, left];
  if (!isFieldPath(key) || !isConstant(constant)) return undefined;
  const keyOf = compilation.compile(key, false, compilation);
  const constantOf = compilation.compile(constant, false, compilation);
  return keyOf && constantOf && keyFilter(keyOf, constantOf);
}

function keyFilter(keyOf: Evaluate, constantOf: Evaluate): Filter {
  const index = new FilterIndex();
  return (value, scope) => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const found = createSequence();
    const wanted = constantOf(undefined, scope);
    if (wanted === undefined) return found;
    const known = index.find(list, wanted, (element) => keyOf(element, scope));
    if (known !== undefined) {
      for (const element of known) found.push(element);
      return found;
    }
    for (const element of list) if (isDeepEqual(keyOf(element, scope), wanted)) found.push(element);
    return found;
  };
}

function isFieldPath(node: AstNode): boolean {
  return node.type === 'path' && isPlainNames(node.steps ?? []) && node.predicate === undefined;
}

/** A literal or a path from a variable: the same for every element. */
function isConstant(node: AstNode): boolean {
  if (node.predicate !== undefined || node.group !== undefined) return false;
  if (node.type === 'variable') return node.value !== '';
  if (node.type === 'path') {
    const [first, ...rest] = node.steps ?? [];
    return first?.type === 'variable' && isConstant(first) && isPlainNames(rest);
  }
  return node.type === 'string' || node.type === 'number' || node.type === 'value';
}

function isPlainNames(steps: readonly AstNode[]): boolean {
  return steps.every(
    ({ type, stages, predicate }) => type === 'name' && stages === undefined && predicate === undefined,
  );
}
