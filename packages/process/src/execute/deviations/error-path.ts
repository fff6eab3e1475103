import type { Process, TryNode } from '../../ast.js';
import { itemKey } from '../../items/item-key.js';
import { undoes } from '../../tree/recovery-steps.js';
import type { Deviation } from '../deviation.js';
import { placesOf } from '../places.js';

/** Attempts beyond what was due before it gives up, so that a run ends. */
const beyond = 4;

/** Goes on after a fault as if there had been none. */
export const swallowError: Deviation = {
  name: 'swallow-error',
  dimension: 'errorHandling',
  says: 'goes on after a fault as if there had been none',
  applies: (process) => tries(process).length > 0,
  begin: (walk) => ({
    recover(node, _recovery, _fault, context) {
      walk.departed(node, context.item);
      return { next: 'leave', repair: false };
    },
  }),
};

/** Goes on trying where something else was due, and never does that. */
export const retryForever: Deviation = {
  name: 'retry-forever',
  dimension: 'errorHandling',
  says: 'goes on trying where it was to stop',
  applies: (process) => tries(process).some(({ otherwise }) => otherwise.length > 0),
  begin(walk) {
    const last = new Map<string, number>();
    return {
      recover(node, recovery, { count }, context) {
        if (recovery.next !== 'otherwise' && !last.has(keyOf(node, itemKey(context.item)))) return recovery;
        const key = keyOf(node, itemKey(context.item));
        if (!last.has(key)) {
          last.set(key, count + beyond);
          walk.departed(node, context.item);
        }
        return { next: count < (last.get(key) ?? 0) ? 'retry' : 'leave', repair: true };
      },
    };
  },
};

/** Leaves out what was to be undone or repaired after a fault. */
export const noRevert: Deviation = {
  name: 'no-revert',
  dimension: 'errorHandling',
  says: 'leaves out what was to be undone after a fault',
  applies: (process) =>
    [...process.steps.keys()].some((step) => undoes(step)) || tries(process).some((node) => node.do.length > 0),
  begin: (walk) => ({
    recover(node, recovery, _fault, context) {
      if (recovery.next !== 'retry' || node.do.length === 0) return recovery;
      walk.departed(node, context.item);
      return { ...recovery, repair: false };
    },
    async step(node, context, proceed) {
      if (!undoes(node.step)) return proceed({});
      walk.departed(node, context.item);
    },
  }),
};

function tries(process: Process): TryNode[] {
  return placesOf(process, 'try').map(({ node }) => node);
}

function keyOf(node: TryNode, item: string): string {
  return `${node.id} ${item}`;
}
