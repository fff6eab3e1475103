import type { Block, Node, Process } from '../ast.js';
import { innerBlocks } from '../tree/inner-blocks.js';

/** The steps whose values a node needs: in its conditions, lists, arguments and aggregates, also those of what it calls. */
export function stepsUsed(process: Process, node: Node): string[] {
  const used = new Set<string>();
  const called = new Set<string>();
  const visit = (inner: Node): void => {
    for (const step of ownSteps(inner)) used.add(step);
    for (const block of inner.type === 'call' ? calledBlock(process, inner.procedure, called) : innerBlocks(inner)) {
      block.forEach(visit);
    }
  };
  visit(node);
  return [...used];
}

function calledBlock(process: Process, procedure: string, called: Set<string>): Block[] {
  if (called.has(procedure)) return [];
  called.add(procedure);
  const block = process.procedures.get(procedure)?.do;
  return block === undefined ? [] : [block];
}

function ownSteps(node: Node): readonly string[] {
  switch (node.type) {
    case 'step':
      return node.aggregate === undefined ? [] : [...node.aggregate.of, ...node.aggregate.expect.steps];
    case 'forEach':
      return [...node.list.steps];
    case 'if':
      return [...node.condition.steps];
    case 'repeat':
      return [...node.while.steps];
    case 'call':
      return Object.values(node.with).flatMap(({ steps }) => [...steps]);
    default:
      return [];
  }
}
