import type { Item, Process, StepNode } from '../ast.js';
import { requestsOf } from './step-traits.js';

/**
 * The other steps whose value is the same file or the answer to the same request, for the same item: a step's name stands for
 * what its file says now, or was answered last, as replay reads it, whichever step wrote or asked last.
 */
export function stepsOfSameFile(process: Process, node: StepNode, item: Item): StepNode[] {
  const own = sourceFor(node, item);
  if (own === undefined) return [];
  return [...process.steps.values()].filter((other) => other !== node && sourceFor(other, item) === own);
}

/** The path, or the request, of a step's value; undefined where the item does not bind all that it names. */
function sourceFor(node: StepNode, item: Item): string | undefined {
  const { yields, variables } = node;
  const asked = yields?.type === 'response' ? requestsOf(node) : [];
  const [request] = asked;
  const template = yields?.type === 'file' ? yields.path : asked.length === 1 ? request?.path : undefined;
  if (template === undefined) return undefined;
  const bound = variables.flatMap(({ name, kind }) => {
    const binding = item.find((one) => one.kind === kind);
    return binding === undefined ? [] : [[name, binding.value] as const];
  });
  const scope = Object.fromEntries(bound);
  if (![...template.names].every((name) => Object.hasOwn(scope, name))) return undefined;
  return yields?.type === 'file' ? template.fill(scope) : `${request?.method} ${template.fill(scope)}`;
}
