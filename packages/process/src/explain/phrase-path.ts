import type { AstNode, AstStage } from '../expression/ast-node.js';
import { code, type Wording } from './wording.js';

/** A location path in words, undefined where it has none; `condition` words its one filter. */
export function phrasePath(ast: AstNode, wording: Wording, condition: (filter: AstNode) => string): string | undefined {
  const steps = ast.type === 'path' ? (ast.steps ?? []) : [ast];
  const [first, ...rest] = steps;
  if (first === undefined || (first.type !== 'name' && first.type !== 'variable')) return undefined;
  if (first.value === '' || rest.some(({ type }) => type !== 'name') || ast.group !== undefined) return undefined;
  const parts = steps.map(indexed);
  const filters = parts.flatMap((part) => part.filters);
  const [filter] = filters;
  // One filter, on the list itself: elsewhere words would not tell what it filters.
  if (filters.length > 1 || filters.length > (parts[0]?.filters.length ?? 0) || filter?.type === 'index')
    return undefined;
  const [{ name = '' } = {}, ...fields] = parts;
  const words = nameWords(
    first,
    name,
    fields.map((part) => part.name),
    wording,
  );
  return filter?.expr === undefined ? words : `${words} where ${condition(filter.expr)}`;
}

/** A step's name with the positions that it takes, as in `industries[0]`, and its other filters. */
function indexed({ value, stages = [], predicate = [] }: AstNode): { name: string; filters: readonly AstStage[] } {
  const all = [...stages, ...predicate];
  const positions = all.flatMap(({ expr }) => (expr?.type === 'number' ? `[${String(expr.value)}]` : []));
  return { name: `${String(value)}${positions.join('')}`, filters: all.filter(({ expr }) => expr?.type !== 'number') };
}

function nameWords(first: AstNode, name: string, fields: readonly string[], wording: Wording): string {
  const { process, numbers, parameters, variables } = wording;
  const plain = String(first.value);
  const rest = fields.join('.');
  if (wording.inside === true && first.type === 'name') {
    // In `values[…]`, `item` holds the loop variables.
    const [variable = '', ...inner] = fields;
    if (name === 'item' && variables.some((known) => known.name === variable))
      return possessive(variable, inner.join('.'));
    return `its ${code([name, ...fields].join('.'))}`;
  }
  if (variables.some((variable) => variable.name === plain)) return possessive(name, rest);
  if (process.steps.has(plain)) {
    const from = `step ${numbers.get(plain) ?? plain}`;
    return rest === '' ? `the result of ${from}` : `the ${code(rest)} from ${from}`;
  }
  const known = own(wording.facts, plain) === undefined ? own(parameters, plain) : undefined;
  if (known !== undefined && typeof known !== 'object' && rest === '') return `${String(known)} (${code(name)})`;
  if (name === 'values') return rest === '' ? 'the results' : `${code(rest.replace(/^value\./, ''))} over the results`;
  return wording.event === true
    ? `the ${[name === 'exit' ? 'exit code' : name, ...fields].join('.')}`
    : code([name, ...fields].join('.'));
}

function possessive(variable: string, fields: string): string {
  return fields === '' ? `the ${variable}` : `the ${variable}’s ${code(fields)}`;
}

function own(values: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}
