import type { NodeSource } from '@obey/schema';
import { analyzeExpression } from '../expression/analyze-expression.js';
import { loneName, loopKind } from './loop-kind.js';
import type { ProcessShape } from './process-shape.js';
import { childBlocks } from './source-walk.js';

type Kinds = ReadonlyMap<string, string>;

/**
 * The kind of each parameter of each procedure, as `procedure.parameter` → kind: that of the loop variable which every
 * call passes, else the parameter's own name. A recursive call that passes a parameter on agrees with any.
 */
export function parameterKinds(shape: ProcessShape): Kinds {
  const { process, procedures } = shape;
  let known = new Map<string, string>();
  for (let round = 0; round <= Object.keys(procedures).length; round++) {
    const passed = new Map<string, Set<string>>();
    visit(process, new Map(), passed);
    for (const [name, { params, do: block }] of Object.entries(procedures)) {
      visit(block, new Map(params.map((param) => [param, kindOf(known, name, param)])), passed);
    }
    const next = new Map<string, string>();
    for (const [name, { params }] of Object.entries(procedures)) {
      for (const param of params) {
        const kinds = [...(passed.get(`${name}.${param}`) ?? [])].filter((kind) => kind !== `${name}.${param}`);
        const [only] = kinds;
        next.set(
          `${name}.${param}`,
          kinds.length === 1 && only !== undefined && only !== '' ? only : `${name}.${param}`,
        );
      }
    }
    if ([...next].every(([key, kind]) => known.get(key) === kind)) break;
    known = next;
  }
  return known;
}

export function kindOf(kinds: Kinds, procedure: string, param: string): string {
  return kinds.get(`${procedure}.${param}`) ?? `${procedure}.${param}`;
}

/** Notes the kinds that calls pass; an empty one stands for what is no loop variable. */
function visit(block: readonly NodeSource[], kinds: Kinds, passed: Map<string, Set<string>>): void {
  for (const node of block) {
    if ('call' in node) {
      for (const [param, source] of Object.entries(node.with ?? {})) {
        const key = `${node.call}.${param}`;
        const name = nameIn(source);
        const all = passed.get(key) ?? new Set();
        passed.set(key, all.add((name === undefined ? undefined : kinds.get(name)) ?? ''));
      }
    }
    const inner = new Map(kinds);
    if ('forEach' in node) {
      const { variable, list } = splitForEach(node.forEach);
      const analysis = analyzeExpression(list, () => true);
      inner.set(variable, 'ast' in analysis ? loopKind(list, analysis.ast, kinds) : list);
    }
    for (const child of childBlocks(node)) visit(child.block, inner, passed);
  }
}

function nameIn(source: string): string | undefined {
  const analysis = analyzeExpression(source, () => true);
  return 'ast' in analysis ? loneName(analysis.ast) : undefined;
}

/** `state in states` → its two sides, and where the list begins. */
export function splitForEach(source: string): {
  readonly variable: string;
  readonly list: string;
  readonly offset: number;
} {
  const [head = '', variable = ''] = /^([a-z][a-zA-Z0-9]*)\s+in\s+/.exec(source) ?? [];
  return { variable, list: source.slice(head.length).trimEnd(), offset: head.length };
}
