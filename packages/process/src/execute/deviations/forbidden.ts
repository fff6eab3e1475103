import type { Process, StepNode } from '../../ast.js';
import type { Deviation } from '../deviation.js';
import { ItemChoice } from '../item-choice.js';
import { type Place, placesOf } from '../places.js';

/** Does what is forbidden, for one item. */
export const forbidden: Deviation = {
  name: 'forbidden',
  dimension: 'completeness',
  says: 'does what it must never do',
  applies: (process) => sitesIn(process).length > 0,
  begin(walk, process) {
    const site = walk.choose('forbidden', sitesIn(process));
    if (site === undefined) return {};
    const choice = new ItemChoice(walk, site);
    return {
      forEach(node, bindings, context, proceed) {
        choice.enter(node, bindings, context);
        return proceed(bindings, node.mode);
      },
      async step(node, context, proceed) {
        if (node !== site.node || !choice.has(context.item)) return proceed({});
        walk.departed(node, context.item);
        await proceed({ forbidden: true });
      },
    };
  },
};

function sitesIn(process: Process): Place<StepNode>[] {
  return placesOf(process, 'step').filter(({ node }) => node.atMost === 0);
}
