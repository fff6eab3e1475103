import type { Scope } from '../ast.js';
import type { AstNode } from './ast-node.js';
import type { Compilation } from './compilation.js';
import { compileFilter, type Filter } from './compile-filter.js';
import type { Evaluate } from './evaluate.js';
import { createSequence, fieldOf, isSequence } from './values.js';

interface Step {
  readonly evaluate: Evaluate;
  readonly filters: readonly Filter[];
}

/** A location path; gives a sequence that the caller collapses. */
export function compilePath(node: AstNode, root: boolean, compilation: Compilation): Evaluate | undefined {
  const nodes = node.steps ?? [];
  const plain = compilePlain(nodes, root);
  if (plain !== undefined) return plain;
  const steps: Step[] = [];
  for (const [index, stepNode] of nodes.entries()) {
    const step = compileStep(stepNode, root && index === 0, compilation);
    if (step === undefined) return undefined;
    steps.push(step);
  }
  const absolute = root || nodes[0]?.type === 'variable';
  return (input, scope) =>
    Array.isArray(input) && !absolute ? over(input, steps, 0, scope) : from(input, steps, scope);
}

/** `a.b.c` and `$a.b.c`, which most paths are, without a list on the way. */
function compilePlain(nodes: readonly AstNode[], root: boolean): Evaluate | undefined {
  const [first, ...rest] = nodes;
  if (first === undefined || nodes.some(isSpecial) || rest.some(({ type }) => type !== 'name')) return undefined;
  if (first.type === 'variable' ? first.value === '' || first.value === '$' : first.type !== 'name' || !root)
    return undefined;
  const name = String(first.value);
  const names = rest.map(({ value }) => String(value));
  const [second] = names;
  if (second === undefined) return (_, scope) => scope[name];
  if (names.length === 1) {
    return (_, scope) => {
      const value = scope[name];
      return Array.isArray(value) ? fields(value, names, 0) : fieldOf(value, second);
    };
  }
  return (_, scope) => {
    let value = scope[name];
    for (let index = 0; index < names.length; index++) {
      if (Array.isArray(value)) return fields(value, names, index);
      value = fieldOf(value, names[index] as string);
      if (value === undefined) return undefined;
    }
    return value;
  };
}

function isSpecial(node: AstNode): boolean {
  return (
    node.stages !== undefined ||
    node.predicate !== undefined ||
    node.group !== undefined ||
    node.tuple === true ||
    node.keepArray === true ||
    node.focus !== undefined ||
    node.index !== undefined
  );
}

function compileStep(node: AstNode, root: boolean, compilation: Compilation): Step | undefined {
  if (node.tuple || node.keepArray || node.focus !== undefined || node.index !== undefined) return undefined;
  const evaluate = node.type === 'name' ? compileName(node, root) : compilation.compile(node, root, compilation);
  if (evaluate === undefined || node.group !== undefined) return undefined;
  const filters: Filter[] = [];
  for (const stage of node.stages ?? []) {
    const filter = compileFilter(stage, compilation);
    if (filter === undefined) return undefined;
    filters.push(filter);
  }
  return { evaluate, filters };
}

function compileName(node: AstNode, root: boolean): Evaluate | undefined {
  if (node.predicate !== undefined) return undefined;
  const name = String(node.value);
  return root ? (_, scope) => scope[name] : (input) => fieldOf(input, name);
}

/** Follows a path from one value for as long as there is one. */
function from(input: unknown, steps: readonly Step[], scope: Scope): unknown {
  let value = input;
  for (let index = 0; index < steps.length; index++) {
    value = take(steps[index] as Step, value, scope);
    if (value === undefined) return undefined;
    if (Array.isArray(value) && index < steps.length - 1) {
      return value.length === 0 ? undefined : over(value, steps, index + 1, scope);
    }
  }
  return value;
}

function take({ evaluate, filters }: Step, input: unknown, scope: Scope): unknown {
  let value = evaluate(input, scope);
  for (const filter of filters) value = filter(value, scope);
  return value;
}

/** Follows a path from every element of a list. */
function over(list: readonly unknown[], steps: readonly Step[], start: number, scope: Scope): unknown {
  let current = list;
  for (let index = start; index < steps.length; index++) {
    const step = steps[index] as Step;
    const found: unknown[] = [];
    for (const element of current) {
      const value = take(step, element, scope);
      if (value !== undefined) found.push(value);
    }
    current = flatten(found, index === steps.length - 1);
    if (current.length === 0) break;
  }
  return current;
}

function fields(list: readonly unknown[], names: readonly string[], start: number): unknown {
  let current = list;
  for (let index = start; index < names.length; index++) {
    const name = names[index] as string;
    const found: unknown[] = [];
    for (const element of current) {
      const value = fieldOf(element, name);
      if (value !== undefined) found.push(value);
    }
    current = flatten(found, index === names.length - 1);
    if (current.length === 0) break;
  }
  return current;
}

/** Lists that steps gave become one; the only list of the last step stays as it stands in the data. */
function flatten(found: readonly unknown[], last: boolean): readonly unknown[] {
  const [only] = found;
  if (last && found.length === 1 && Array.isArray(only) && !isSequence(only)) return only;
  const flat = createSequence();
  for (const value of found) {
    if (Array.isArray(value)) for (const element of value) flat.push(element);
    else flat.push(value);
  }
  return flat;
}
