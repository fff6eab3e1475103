import { type AstNode, type AstPair, leftOf, pairsOf } from './ast-node.js';
import { knownFunctions, refusedFunctions } from './functions.js';

/** A name that an expression uses, with its offsets in the source. */
export interface FreeNames {
  /** Names that the scope must know: fields at the root and variables that nothing in the expression binds. */
  readonly names: Map<string, number[]>;
  /** Functions called or passed on by name. */
  readonly functions: Map<string, number[]>;
  /** Whether a function is used as a value. */
  passesFunctions: boolean;
  /** What no scope can make right. */
  readonly problems: { readonly message: string; readonly offset: number }[];
}

interface Context {
  readonly inScope: (name: string) => boolean;
  /** Relative names refer to the scope itself. */
  readonly root: boolean;
  readonly bound: Set<string>;
}

/**
 * Every name in a tree that its surroundings have to supply; respects lambdas, blocks, and the context of steps and
 * filters. A name in scope that is also a function (`split`) is meant wherever it is not called.
 */
export function freeNames(ast: AstNode, inScope: (name: string) => boolean): FreeNames {
  const free: FreeNames = { names: new Map(), functions: new Map(), passesFunctions: false, problems: [] };
  walk(ast, { root: true, bound: new Set(), inScope }, free);
  for (const name of free.functions.keys()) {
    const offset = free.names.get(name)?.[0];
    if (offset === undefined) continue;
    free.problems.push({
      message: `\`${name}\` is a function and a name in scope here; write one of them apart`,
      offset,
    });
  }
  return free;
}

function walk(node: AstNode | undefined, context: Context, free: FreeNames): void {
  if (node === undefined) return;
  switch (node.type) {
    case 'path':
      walkPath(node, context, free);
      break;
    case 'name':
      if (context.root) add(free.names, String(node.value), node);
      break;
    case 'variable':
      walkVariable(node, context, free);
      break;
    case 'wildcard':
    case 'descendant':
      if (context.root) problem(free, node, 'a wildcard over everything in scope; name the fact or step that is meant');
      break;
    case 'function':
    case 'partial':
      walkCall(node, context, free);
      break;
    case 'lambda': {
      const bound = new Set(context.bound);
      for (const parameter of node.arguments ?? []) bound.add(String(parameter.value));
      walk(node.body, { ...context, bound }, free);
      break;
    }
    case 'block': {
      const inner = { ...context, bound: new Set(context.bound) };
      for (const part of node.expressions ?? []) walk(part, inner, free);
      break;
    }
    case 'bind': {
      const name = String(leftOf(node)?.value);
      // A lambda may call itself by the name it is about to get.
      if (node.rhs?.type === 'lambda') context.bound.add(name);
      walk(node.rhs, context, free);
      context.bound.add(name);
      break;
    }
    case 'transform':
      for (const part of [node.pattern, node.update, node.delete]) walk(part, { ...context, root: false }, free);
      break;
    default:
      for (const child of childrenOf(node)) walk(child, context, free);
  }
  const inside = { ...context, root: false };
  if (node.type !== 'path') for (const { expr } of node.predicate ?? []) walk(expr, inside, free);
  if (node.group) walkPairs(node.group.lhs, inside, free);
}

function childrenOf(node: AstNode): readonly (AstNode | undefined)[] {
  const pairs = pairsOf(node).flat();
  return [
    leftOf(node),
    ...pairs,
    node.rhs,
    node.expression,
    ...(node.expressions ?? []),
    node.condition,
    node.then,
    node.else,
  ];
}

function walkPath(node: AstNode, context: Context, free: FreeNames): void {
  const bound = new Set(context.bound);
  for (const [index, step] of (node.steps ?? []).entries()) {
    walk(step, { ...context, root: context.root && index === 0, bound }, free);
    if (step.focus !== undefined) bound.add(step.focus);
    if (step.index !== undefined) bound.add(step.index);
    for (const stage of step.stages ?? []) {
      if (stage.type === 'index' && stage.value !== undefined) bound.add(stage.value);
      walk(stage.expr, { ...context, root: false, bound }, free);
    }
    for (const { expression } of step.terms ?? []) walk(expression, { ...context, root: false, bound }, free);
  }
  for (const { expr } of node.predicate ?? []) walk(expr, { ...context, root: false, bound }, free);
}

function walkPairs(pairs: readonly AstPair[], context: Context, free: FreeNames): void {
  for (const part of pairs.flat()) walk(part, context, free);
}

function walkVariable(node: AstNode, context: Context, free: FreeNames): void {
  const name = String(node.value);
  if (name === '$' || (name === '' && context.root)) {
    problem(free, node, `\`$${name}\` is everything in scope; name the fact or step that is meant`);
  } else if (name !== '' && !context.bound.has(name)) {
    const isFunction = !context.inScope(name) && (knownFunctions.has(name) || refusedFunctions.has(name));
    add(isFunction ? free.functions : free.names, name, node);
    if (isFunction) free.passesFunctions = true;
  }
}

function walkCall(node: AstNode, context: Context, free: FreeNames): void {
  const { procedure } = node;
  if (procedure?.type === 'variable') {
    const name = String(procedure.value);
    if (!context.bound.has(name)) add(free.functions, name, procedure);
  } else if (procedure?.type === 'path') {
    const { value: name, position = 0 } = procedure.steps?.[0] ?? procedure;
    const message = `\`${String(name)}\` is called as a function, which needs a dollar sign: \`$${String(name)}\``;
    free.problems.push({ message, offset: Math.max(0, position - String(name).length) });
  } else walk(procedure, context, free);
  for (const argument of node.arguments ?? []) walk(argument, context, free);
}

/** JSONata’s positions are where a token ends. */
function add(names: Map<string, number[]>, name: string, { type, position = 0 }: AstNode): void {
  // A name that is no word stands in quotes.
  const marks = type === 'variable' ? 1 : /^\w+$/.test(name) ? 0 : 2;
  const offset = Math.max(0, position - name.length - marks);
  const known = names.get(name);
  if (known === undefined) names.set(name, [offset]);
  else known.push(offset);
}

function problem(free: FreeNames, { position = 0 }: AstNode, message: string): void {
  free.problems.push({ message, offset: Math.max(0, position - 1) });
}
