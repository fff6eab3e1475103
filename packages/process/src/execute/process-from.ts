import type { Block, Node, Process } from '../ast.js';
import { innerBlocks } from '../tree/inner-blocks.js';

/** What is left of a process when the nodes of its main block before number `first` (from 0) are done; procedures are whole. */
export function processFrom(process: Process, first: number): Process {
  return { ...process, nodes: process.nodes.slice(first) };
}

/** For every node and block, the number of the node of the main block that it is or stands in; not for those of procedures. */
export function mainNumbers({ nodes }: Process): ReadonlyMap<Node | Block, number> {
  const numbers = new Map<Node | Block, number>();
  const visit = (node: Node, number: number): void => {
    numbers.set(node, number);
    for (const block of innerBlocks(node)) {
      numbers.set(block, number);
      for (const inner of block) visit(inner, number);
    }
  };
  nodes.forEach(visit);
  return numbers;
}

/** What is left of a process when a step is done: what comes after the node of the main block that it is or stands in. */
export function processAfter(process: Process, step: string): Process {
  const node = process.steps.get(step);
  const number = node === undefined ? undefined : mainNumbers(process).get(node);
  return number === undefined ? process : processFrom(process, number + 1);
}
