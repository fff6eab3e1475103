import type { Process } from '../ast.js';
import { everyNode } from '../tree/walk-nodes.js';

/** What a process may be built of, besides plain steps. */
export const constructNames = ['forEach', 'parallel', 'if', 'repeat', 'try', 'call', 'aggregate', 'proof'] as const;
export type Construct = (typeof constructNames)[number];

/** The kinds of construct that a process uses, in a fixed order: what tasks are selected by (`has:if`) and weighed by. */
export function constructs(process: Process): Construct[] {
  const used = new Set<string>();
  for (const node of everyNode(process)) {
    used.add(node.type);
    if (node.type !== 'step') continue;
    if (node.aggregate) used.add('aggregate');
    if (node.proof) used.add('proof');
  }
  return constructNames.filter((name) => used.has(name));
}
