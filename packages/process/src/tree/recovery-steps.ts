import type { Process } from '../ast.js';
import { everyNode } from './walk-nodes.js';

/** Whether a step is, by its name, there to undo what was done. */
export function undoes(step: string): boolean {
  return /^(revert|undo|restore|rollBack)/.test(step);
}

/**
 * The steps of those branches of decisions in which something is undone: the way back, with what is logged of it. Their home
 * is error handling, as that of a `try`'s `do` and `otherwise` is.
 */
export function recoverySteps(process: Pick<Process, 'nodes' | 'procedures'>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of everyNode(process)) {
    if (node.type !== 'if' || node.structural) continue;
    for (const branch of [node.whenTrue, node.whenFalse]) {
      const steps = branch.flatMap((inner) => (inner.type === 'step' ? [inner.step] : []));
      if (steps.some(undoes)) for (const step of steps) found.add(step);
    }
  }
  return found;
}
