import type { Block, Node, Process, StepNode } from '../ast.js';
import { innerBlocks } from '../tree/inner-blocks.js';

/** A node with what stands around it, outermost first. */
export interface Place<T extends Node = Node> {
  readonly node: T;
  readonly block: Block;
  readonly index: number;
  readonly parents: readonly Node[];
  /** Set inside a procedure, whose callers are not among the parents. */
  readonly procedure?: string;
}

/** Every node of a process in textual order, those of procedures last. */
export function placesIn(process: Process): Place[] {
  const places: Place[] = [];
  const visit = (block: Block, parents: readonly Node[], procedure: string | undefined): void => {
    block.forEach((node, index) => {
      places.push({ node, block, index, parents, ...(procedure === undefined ? {} : { procedure }) });
      for (const inner of innerBlocks(node)) visit(inner, [...parents, node], procedure);
    });
  };
  visit(process.nodes, [], undefined);
  for (const { name, do: block } of process.procedures.values()) visit(block, [], name);
  return places;
}

/** Every node of one type with its place. */
export function placesOf<T extends Node['type']>(process: Process, type: T): Place<Extract<Node, { type: T }>>[] {
  return placesIn(process).filter((place): place is Place<Extract<Node, { type: T }>> => place.node.type === type);
}

/** Every step of a block, in textual order; those of called procedures are not among them. */
export function stepsIn(block: Block): StepNode[] {
  return block.flatMap((node) => (node.type === 'step' ? [node] : innerBlocks(node).flatMap(stepsIn)));
}
