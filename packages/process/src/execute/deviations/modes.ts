import type { Process } from '../../ast.js';
import type { Deviation } from '../deviation.js';
import { placesIn } from '../places.js';

/** Does one after another what was to overlap. */
export const serialize: Deviation = {
  name: 'serialize',
  dimension: 'parallelism',
  says: 'one after another where parallel was asked',
  applies: (process) => has(process, 'parallel') || placesIn(process).some(({ node }) => node.type === 'parallel'),
  begin: (walk) => ({
    forEach(node, bindings, context, proceed) {
      if (node.mode !== 'parallel') return proceed(bindings, node.mode);
      if (bindings.length > 1) walk.departed(node, context.item);
      return proceed(bindings, 'sequential');
    },
    parallel(node, context, proceed) {
      walk.departed(node, context.item);
      return proceed('sequential');
    },
  }),
};

/**
 * Does at once what was to be done one after another. A loop that can end early is left alone: what it would do at once
 * with the rest of its list is to go on where it was to stop.
 */
export const parallelize: Deviation = {
  name: 'parallelize',
  dimension: 'parallelism',
  says: 'all at once where one after another was asked',
  applies: (process) => has(process, 'sequential'),
  begin: (walk) => ({
    forEach(node, bindings, context, proceed) {
      if (node.mode !== 'sequential' || node.while !== undefined) return proceed(bindings, node.mode);
      if (bindings.length > 1) walk.departed(node, context.item);
      return proceed(bindings, 'parallel');
    },
  }),
};

function has(process: Process, mode: 'parallel' | 'sequential'): boolean {
  return placesIn(process).some(
    ({ node }) => node.type === 'forEach' && node.mode === mode && node.while === undefined,
  );
}
