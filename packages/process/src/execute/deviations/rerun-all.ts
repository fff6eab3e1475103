import type { Block, IfNode, Process, StepNode } from '../../ast.js';
import type { Deviation } from '../deviation.js';
import { type Place, placesOf } from '../places.js';
import { outputOf, requestsOf } from '../step-traits.js';

/** Repeats the work on every item where only those that meet a condition were to be done again. */
export const rerunAll: Deviation = {
  name: 'rerun-all',
  dimension: 'conditionality',
  says: 'repeats all where only the failing ones were due',
  applies: (process) => sitesIn(process).length > 0,
  begin(walk, process) {
    const site = walk.choose('rerun-all', sitesIn(process));
    if (site === undefined) return {};
    return {
      decide(node, due, taken, context) {
        if (node !== site.node || due) return taken;
        if (node.condition.tied?.(walk.scope(context, node.condition.names)) !== true) {
          walk.departed(node, context.item);
        }
        return repeating(walk.process, node);
      },
    };
  },
};

function sitesIn(process: Process): Place<IfNode>[] {
  return placesOf(process, 'if').filter(({ node }) => !node.structural && repeating(process, node).length > 0);
}

/** The steps of a branch that do again what an earlier step did for the same item. */
function repeating(process: Process, node: IfNode): Block {
  const earlier: StepNode[] = [];
  for (const step of process.steps.values()) {
    if (node.whenTrue.includes(step)) break;
    earlier.push(step);
  }
  return node.whenTrue.filter((inner) => inner.type === 'step' && earlier.some((step) => repeats(inner, step)));
}

function repeats(step: StepNode, earlier: StepNode): boolean {
  const kinds = (node: StepNode) => node.variables.map(({ kind }) => kind).join(' ');
  if (kinds(step) !== kinds(earlier)) return false;
  const path = outputOf(step)?.source;
  const asked = requestsOf(earlier).map(({ method, path: { source } }) => `${method} ${source}`);
  return (
    (path !== undefined && path === outputOf(earlier)?.source) ||
    requestsOf(step).some(({ method, path: { source } }) => asked.includes(`${method} ${source}`))
  );
}
