import type { Block, Node } from '../ast.js';

/** The blocks inside a node, in textual order. */
export function innerBlocks(node: Node): readonly Block[] {
  switch (node.type) {
    case 'step':
    case 'call':
      return [];
    case 'forEach':
    case 'repeat':
      return [node.do];
    case 'parallel':
      return node.branches;
    case 'if':
      return [node.whenTrue, node.whenFalse];
    case 'try':
      return [node.body, node.do, node.otherwise];
  }
}
