import type { Deviation } from '../deviation.js';
import { type Lumping, lumpings } from '../lumpings.js';

/** One act for all items of a loop whose unit is the request, the call or the agent. */
export const lump: Deviation = {
  name: 'lump',
  dimension: 'granularity',
  says: 'does one act for many items',
  applies: (process) => lumpings(process).length > 0,
  begin(walk, process) {
    const meant = walk.choose<Lumping>('lump', lumpings(process));
    return meant?.begin(walk) ?? {};
  },
};
