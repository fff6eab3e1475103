import type { NodeSource, StepSource } from '@obey/schema';
import type { ProcessShape } from './process-shape.js';
import type { YamlPath } from './yaml-file.js';

/** The blocks inside a node with their paths from it, in the order in which they stand. */
export function childBlocks(node: NodeSource): { readonly block: readonly NodeSource[]; readonly path: YamlPath }[] {
  if ('step' in node || 'call' in node) return [];
  if ('parallel' in node) return node.parallel.map((block, index) => ({ block, path: ['parallel', index] }));
  if ('if' in node) return [{ block: node.then, path: ['then'] }, ...optional(node.else, ['else'])];
  if ('try' in node) {
    const { do: recovery, otherwise } = node.catch;
    return [
      { block: node.try, path: ['try'] },
      ...optional(recovery, ['catch', 'do']),
      ...optional(otherwise, ['catch', 'otherwise']),
    ];
  }
  return [{ block: node.do, path: ['do'] }];
}

function optional(block: readonly NodeSource[] | undefined, path: YamlPath) {
  return block === undefined ? [] : [{ block, path }];
}

/** Every node of a block with its path, outer ones first; calls are not followed. */
export function* nodesIn(
  block: readonly NodeSource[],
  path: YamlPath,
): Generator<{ node: NodeSource; path: YamlPath }> {
  for (const [index, node] of block.entries()) {
    const own = [...path, index];
    yield { node, path: own };
    for (const child of childBlocks(node)) yield* nodesIn(child.block, [...own, ...child.path]);
  }
}

/** Every node of a process, those of procedures last. */
export function* allNodes({ process, procedures }: ProcessShape): Generator<{
  node: NodeSource;
  path: YamlPath;
  procedure?: string;
}> {
  yield* nodesIn(process, ['process']);
  for (const [procedure, { do: block }] of Object.entries(procedures)) {
    for (const found of nodesIn(block, ['procedures', procedure, 'do'])) yield { ...found, procedure };
  }
}

/** The ids of the steps in a block, those of the procedures that it calls included. */
export function stepsIn(block: readonly NodeSource[], procedures: ProcessShape['procedures']): Set<string> {
  const steps = new Set<string>();
  const called = new Set<string>();
  const visit = (nodes: readonly NodeSource[]): void => {
    for (const { node } of nodesIn(nodes, [])) {
      if (isStep(node)) steps.add(node.step);
      else if ('call' in node && !called.has(node.call)) {
        called.add(node.call);
        visit(procedures[node.call]?.do ?? []);
      }
    }
  };
  visit(block);
  return steps;
}

export function isStep(node: NodeSource): node is StepSource {
  return 'step' in node;
}
