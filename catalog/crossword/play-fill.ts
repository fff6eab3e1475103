import { pairsIn } from '@obey/prepare';
import { type Filling, fittingWords, type Grid, nextSlot, setWord, slotNamed, takeBack } from './grid-model.js';

export interface Play {
  readonly filling: Filling;
  /** Slots that were taken back, in that order. */
  readonly undone: readonly string[];
}

/** Fills a grid by the rule: the longest open slot, the first word that fits, else the last word back. Undefined beyond `most` moves. */
export function playFill(grid: Grid, from: Filling, most: number): Play | undefined {
  const undone: string[] = [];
  let filling = from;
  for (let move = 0; move < most; move += 1) {
    const slot = nextSlot(grid, filling);
    if (slot === undefined) return { filling, undone };
    const [word] = fittingWords(grid, filling, slot);
    const last = filling.standing.at(-1);
    if (word !== undefined) filling = setWord(filling, slot.id, word);
    else if (last === undefined) return undefined;
    else {
      undone.push(last.slot);
      filling = takeBack(filling, last.slot);
    }
  }
  return undefined;
}

/** Fills cleared slots anew, the longest first, each with the first word that fits and has none of `pairs`. */
export function playRefill(
  grid: Grid,
  from: Filling,
  slots: readonly string[],
  pairs: ReadonlySet<string>,
): Filling | undefined {
  let filling = from;
  for (const id of slots) {
    const slot = slotNamed(grid, id);
    const word =
      slot === undefined ? undefined : fittingWords(grid, filling, slot).find((one) => pairsIn(one, pairs) === 0);
    if (word === undefined) return undefined;
    filling = setWord(filling, id, word);
  }
  return filling;
}
