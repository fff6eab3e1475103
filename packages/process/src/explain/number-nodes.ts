import type { Block, Process } from '../ast.js';
import { innerBlocks } from '../tree/inner-blocks.js';

/** The number of every node in the prose, by its id: `2.1`, `refine.3`. Blocks of one node are numbered on. */
export function numberNodes(process: Process): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const visit = (blocks: readonly Block[], prefix: string): void => {
    for (const [index, node] of blocks.flat().entries()) {
      const number = `${prefix}${index + 1}`;
      numbers.set(node.id, number);
      visit(innerBlocks(node), `${number}.`);
    }
  };
  visit([process.nodes], '');
  for (const { name, do: block } of process.procedures.values()) visit([block], `${name}.`);
  return numbers;
}
