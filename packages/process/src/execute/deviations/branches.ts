import type { IfNode, Process } from '../../ast.js';
import type { Deviation } from '../deviation.js';
import { FirstReached } from '../first-reached.js';
import { ItemChoice } from '../item-choice.js';
import { type Place, placesOf } from '../places.js';
import type { Walk, WalkContext } from '../walk.js';

/** Takes the other branch, for one item of one decision. */
export const wrongBranch = branchDeviation(
  'wrong-branch',
  'takes the other branch',
  () => true,
  (due) => !due,
);

/** Ignores the condition of one decision and does what it guards every time. */
export const always = branchDeviation(
  'always',
  'ignores the condition and does what it guards every time',
  ({ whenTrue }) => whenTrue.length > 0,
  () => true,
);

/** Ignores the condition of one decision and never does what it guards. */
export const never = branchDeviation(
  'never',
  'ignores the condition and never does what it guards',
  ({ whenTrue }) => whenTrue.length > 0,
  () => false,
);

function branchDeviation(
  name: 'wrong-branch' | 'always' | 'never',
  says: string,
  fits: (node: IfNode) => boolean,
  answer: (due: boolean) => boolean,
): Deviation {
  const sites = (process: Process) => placesOf(process, 'if').filter(({ node }) => !node.structural && fits(node));
  return {
    name,
    dimension: 'conditionality',
    says,
    applies: (process) => sites(process).length > 0,
    begin(walk, process) {
      const site = walk.choose(name, sites(process));
      if (site === undefined) return {};
      const isMeant = name === 'wrong-branch' ? chosenItem(walk, site) : { enter: () => undefined, has: () => true };
      // Where a fault fires, an attempt's decisions belong to its recovery; what is not due is found at other items, too.
      const spares = ({ item }: WalkContext) =>
        name === 'always' &&
        site.parents.some(({ type }) => type === 'try') &&
        item.some(({ key }) => walk.planted.has(key));
      return {
        forEach(node, bindings, context, proceed) {
          isMeant.enter(node, bindings, context);
          return proceed(bindings, node.mode);
        },
        decide(node, due, taken, context) {
          if (node !== site.node || !isMeant.has(context.item) || answer(due) === due || spares(context)) return taken;
          if (!isTied(walk, node, context)) walk.departed(node, context.item);
          return answer(due) ? node.whenTrue : node.whenFalse;
        },
      };
    },
  };
}

/** An item that gets as far as the decision: where another one stands before it, that is not every item. */
function chosenItem(walk: Walk, site: Place): Pick<ItemChoice, 'enter' | 'has'> {
  const isBehindAnother = site.parents.some((node) => node.type === 'if' && !node.structural);
  return isBehindAnother ? new FirstReached(walk, site) : new ItemChoice(walk, site);
}

/** On a tie either branch is obedient. */
function isTied(walk: Walk, { condition }: IfNode, context: WalkContext): boolean {
  return condition.tied?.(walk.scope(context, condition.names)) ?? false;
}
