import { type AstNode, leftOf } from '../expression/ast-node.js';

const selecting = new Set(['filter', 'sort', 'distinct', 'reverse', 'single']);

/** What an element of a list is: see `Binding.kind`. Filters and orders choose among items and do not change what they are. */
export function loopKind(source: string, ast: AstNode, kinds: ReadonlyMap<string, string>): string {
  return pathKind(ast, kinds) ?? source.trim().replaceAll(/\s+/g, ' ');
}

function pathKind(ast: AstNode, kinds: ReadonlyMap<string, string>): string | undefined {
  if (ast.type === 'variable') return nameKind(ast, kinds);
  if (ast.type === 'function') {
    const [list] = ast.arguments ?? [];
    return list !== undefined && selecting.has(String(ast.procedure?.value)) ? pathKind(list, kinds) : undefined;
  }
  if (ast.type === 'apply') {
    const left = leftOf(ast);
    const chosen = ast.rhs?.type === 'function' && selecting.has(String(ast.rhs.procedure?.value));
    return left !== undefined && chosen ? pathKind(left, kinds) : undefined;
  }
  if (ast.type !== 'path') return undefined;
  const [first, ...rest] = (ast.steps ?? []).filter(({ type }) => type !== 'sort');
  if (first === undefined || rest.some(({ type }) => type !== 'name')) return undefined;
  const start = first.type === 'name' || first.type === 'variable' ? nameKind(first, kinds) : undefined;
  return start && [start, ...rest.map(({ value }) => String(value))].join('.');
}

function nameKind({ value }: AstNode, kinds: ReadonlyMap<string, string>): string {
  return kinds.get(String(value)) ?? String(value);
}

/** The name that an expression consists of, if it is nothing but a name. */
export function loneName(ast: AstNode): string | undefined {
  const [step, ...more] = ast.type === 'path' ? (ast.steps ?? []) : [ast];
  if (step === undefined || more.length > 0 || step.stages || step.predicate || ast.predicate) return undefined;
  return step.type === 'name' || (step.type === 'variable' && step.value !== '') ? String(step.value) : undefined;
}
