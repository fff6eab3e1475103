import type { Process } from '../../ast.js';
import type { Deviation } from '../deviation.js';
import { ItemChoice } from '../item-choice.js';
import { leaveOut } from '../leave-out.js';
import { type Place, placesIn } from '../places.js';
import { certainSteps, isConditional, isOrdinary, leavesTrace } from '../step-traits.js';

/** Leaves out a tenth of the iterations of one loop, at least one; without a loop, one step. */
export const skip: Deviation = {
  name: 'skip',
  dimension: 'completeness',
  says: 'leaves out some iterations',
  applies: (process) => sitesIn(process).length > 0,
  begin(walk, process) {
    const site = walk.choose('skip', sitesIn(process));
    if (site === undefined) return {};
    if (site.node.type === 'step') {
      return {
        async step(node, context, proceed) {
          if (node !== site.node) return proceed({});
          walk.departed(node, context.item);
        },
      };
    }
    const choice = new ItemChoice(walk, { ...site, parents: [...site.parents, site.node] }, 0.1);
    return {
      forEach(node, bindings, context, proceed) {
        choice.enter(node, bindings, context);
        return proceed(bindings, node.mode);
      },
      async iteration(node, context, proceed) {
        if (node !== site.node || !choice.has(context.item)) return proceed();
        await leaveOut(walk, node.do, context);
      },
    };
  },
};

function sitesIn(process: Process): Place[] {
  const certain = placesIn(process).filter(({ node, parents }) => !isConditional(parents, node));
  const loops = certain.filter(({ node }) => node.type === 'forEach' && certainSteps(node).some(isOrdinary));
  if (loops.length > 0) return inProcessFirst(loops);
  const steps = certain.filter(({ node }) => node.type === 'step' && isOrdinary(node));
  const seen = steps.filter(({ node }) => node.type === 'step' && leavesTrace(node));
  const free = seen.filter(({ node }) => node.type === 'step' && node.yields === undefined);
  return steps.length < 2 ? [] : inProcessFirst(free.length > 0 ? free : seen);
}

/** Those of the main process where there are any: those of a procedure have no fixed number of instances. */
function inProcessFirst(places: readonly Place[]): Place[] {
  const main = places.filter(({ procedure }) => procedure === undefined);
  return main.length > 0 ? main : [...places];
}
