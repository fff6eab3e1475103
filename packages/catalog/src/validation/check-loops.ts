import type { Findings } from './findings.js';
import type { Instance } from './instance.js';

/** A loop over a list that the facts know has something to loop over. */
export function checkLoops({ nodes }: Instance, findings: Findings): void {
  const reached = new Set(nodes.map(({ node }) => node.id));
  for (const { node } of nodes) {
    if (node.type !== 'forEach' || node.list.steps.size > 0) continue;
    const [first] = node.do;
    if (first !== undefined && !reached.has(first.id))
      findings.error(node, `\`${node.list.source}\` is empty everywhere`);
  }
}
