import type { Binding } from '../../ast.js';
import { placesOf } from '../places.js';
import type { Variant } from '../variant.js';

const most = 5;
/** With fewer groups than this, a group could take as long as all others together. */
const fewestGroups = 3;

/** Gives a parallel loop to subagents that take up to five items each, one after another. */
export const subagentsOfFive: Variant = {
  name: 'subagents-of-five',
  says: 'works through subagents that take five items each',
  applies: (process) =>
    placesOf(process, 'forEach').some(({ node }) => node.mode === 'parallel' && node.unit !== 'agent'),
  begin: (walk) => ({
    async forEach(node, bindings, context, proceed) {
      if (node.mode !== 'parallel' || node.unit === 'agent' || bindings.length < 2) return proceed(bindings, node.mode);
      const groups = groupsOf(bindings);
      await context.abilities.concurrently(
        groups.map((group, index) => ({
          label: `group ${index + 1}`,
          work: (abilities) =>
            abilities.delegate(`group ${index + 1}`, async (inner) => {
              for (const binding of group) await walk.iteration(node, binding, { ...context, abilities: inner });
            }),
        })),
      );
    },
  }),
};

function groupsOf(bindings: readonly Binding[]): Binding[][] {
  const size = Math.max(
    1,
    Math.min(most, Math.floor(bindings.length / (bindings.length < 2 * most ? fewestGroups : 2))),
  );
  const groups: Binding[][] = [];
  for (let from = 0; from < bindings.length; from += size) groups.push(bindings.slice(from, from + size));
  return groups;
}
