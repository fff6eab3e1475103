import type { Random } from '../../../random.js';
import type { NounKind } from '../domains.js';
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

/** A way to plant a cycle, and what it is about. */
export interface CycleWay {
  readonly plant: PlantCycle;
  readonly about: NounKind;
}

const ways: Readonly<Record<CycleKind, readonly CycleWay[]>> = {
  resolvable: [
    { plant: misplacedHelper, about: 'goods' },
    { plant: misplacedType, about: 'papers' },
    { plant: internalCallback, about: 'slots' },
    { plant: strayWording, about: 'papers' },
    { plant: sharedLimit, about: 'slots' },
  ],
  api: [
    { plant: publicCallback, about: 'goods' },
    { plant: publicDefault, about: 'goods' },
  ],
  tests: [{ plant: loadedForEffect, about: 'goods' }],
  imports: [
    { plant: neededAbove, about: 'papers' },
    { plant: neededBelow, about: 'goods' },
  ],
};
const oneMore: CycleWay = { plant: neededTwice, about: 'goods' };

/**
 * Which cycles are planted: of each kind every way in turn, from a drawn one on. Of the kind `imports`, the first leaves as
 * many imports as there were, and every third one more.
 */
export function plantCycles(
  random: Random,
  counts: Readonly<Record<CycleKind, number>>,
): ({ readonly kind: CycleKind } & CycleWay)[] {
  const kinds = Object.keys(ways) as CycleKind[];
  const planned = kinds.flatMap((kind) => {
    const turn = random.fork(kind).shuffle(ways[kind]);
    return Array.from({ length: counts[kind] }, (_, index) => {
      const way = kind === 'imports' && index % 3 === 2 ? oneMore : turn[index % turn.length];
      return way === undefined ? [] : [{ kind, ...way }];
    }).flat();
  });
  return random.fork('order').shuffle(planned);
}
