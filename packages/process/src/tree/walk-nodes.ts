import type { Block, Node, Process } from '../ast.js';
import { innerBlocks } from './inner-blocks.js';

type Blocks = Pick<Process, 'nodes' | 'procedures'>;

/** Every block of a process, outer ones first, those of procedures last. */
export function* allBlocks({ nodes, procedures }: Blocks): Generator<Block> {
  yield* blocksFrom(nodes);
  for (const procedure of procedures.values()) yield* blocksFrom(procedure.do);
}

/** Every node of a process in textual order, those of procedures last. */
export function* everyNode(process: Blocks): Generator<Node> {
  for (const root of [process.nodes, ...[...process.procedures.values()].map(({ do: block }) => block)]) {
    yield* nodesFrom(root);
  }
}

function* blocksFrom(block: Block): Generator<Block> {
  yield block;
  for (const node of block) for (const inner of innerBlocks(node)) yield* blocksFrom(inner);
}

function* nodesFrom(block: Block): Generator<Node> {
  for (const node of block) {
    yield node;
    for (const inner of innerBlocks(node)) yield* nodesFrom(inner);
  }
}
