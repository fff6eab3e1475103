import type { Process } from '../../ast.js';
import type { Deviation } from '../deviation.js';
import { placesOf } from '../places.js';

/** Goes on with the next items of a list where it was to stop. */
export const runOn: Deviation = {
  name: 'run-on',
  dimension: 'conditionality',
  says: 'goes on where it was to stop',
  applies: (process) => sites(process).length > 0,
  begin(walk, process) {
    const meant = walk.choose('run-on', sites(process));
    return {
      goOn(node, due, context) {
        if (node !== meant || due) return due;
        walk.departed(node, context.item);
        return true;
      },
    };
  },
};

function sites(process: Process) {
  return placesOf(process, 'forEach').flatMap(({ node }) => (node.while === undefined ? [] : [node]));
}
