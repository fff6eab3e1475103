import type { Random } from '../../../random.js';
import type { CycleKind, PlantCycle } from './planted-cycle.js';
import { internalCallback, misplacedHelper, misplacedType, sharedLimit, strayWording } from './resolvable-cycles.js';
import {
  loadedForEffect,
  neededAbove,
  neededBelow,
  neededTwice,
  publicCallback,
  publicDefault,
} from './unresolvable-cycles.js';

export type { CycleKind, PlantCycle } from './planted-cycle.js';

const ways: Readonly<Record<CycleKind, readonly PlantCycle[]>> = {
  resolvable: [misplacedHelper, misplacedType, internalCallback, strayWording, sharedLimit],
  api: [publicCallback, publicDefault],
  tests: [loadedForEffect],
  imports: [neededAbove, neededBelow],
};

/**
 * Which cycles are planted: of each kind every way in turn, from a drawn one on. Of the kind `imports`, the first leaves as
 * many imports as there were, and every third one more.
 */
export function plantCycles(
  random: Random,
  counts: Readonly<Record<CycleKind, number>>,
): { kind: CycleKind; plant: PlantCycle }[] {
  const kinds = Object.keys(ways) as CycleKind[];
  const planned = kinds.flatMap((kind) => {
    const turn = random.fork(kind).shuffle(ways[kind]);
    return Array.from({ length: counts[kind] }, (_, index) => {
      const plant = kind === 'imports' && index % 3 === 2 ? neededTwice : turn[index % turn.length];
      return plant === undefined ? [] : [{ kind, plant }];
    }).flat();
  });
  return random.fork('order').shuffle(planned);
}
