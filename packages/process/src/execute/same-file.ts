import type { Item, Process, StepNode } from '../ast.js';

/**
 * The other steps whose value is the same file, for the same item: a step's name stands for what its file says now, as replay
 * reads it, whichever step wrote it last.
 */
export function stepsOfSameFile(process: Process, node: StepNode, item: Item): StepNode[] {
  const own = pathFor(node, item);
  if (own === undefined) return [];
  return [...process.steps.values()].filter((other) => other !== node && pathFor(other, item) === own);
}

/** The path of a step's value; undefined where the item does not bind all that it names. */
function pathFor({ yields, variables }: StepNode, item: Item): string | undefined {
  if (yields?.type !== 'file') return undefined;
  const bound = variables.flatMap(({ name, kind }) => {
    const binding = item.find((one) => one.kind === kind);
    return binding === undefined ? [] : [[name, binding.value] as const];
  });
  const scope = Object.fromEntries(bound);
  return [...yields.path.names].every((name) => Object.hasOwn(scope, name)) ? yields.path.fill(scope) : undefined;
}
