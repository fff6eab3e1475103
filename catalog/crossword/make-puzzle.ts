import { generateDictionary, pairsIn, type Random } from '@obey/prepare';
import { clearSlots, emptyFilling, makeGrid, wordIn } from './grid-model.js';
import { orderWords } from './order-words.js';
import { type PuzzlePlan, type PuzzleSizes, planPuzzle } from './plan-puzzle.js';
import { playFill, playRefill } from './play-fill.js';

/** Share of each length in the word list. */
const lengths = { 3: 3, 4: 3, 5: 5, 6: 4, 7: 6, 8: 3, 9: 5 };
const listSize = 5_000;

export interface Puzzle extends PuzzlePlan {
  /** Word and clue, in the order of the list. */
  readonly words: readonly (readonly [string, string])[];
}

/** Draws puzzles until one plays as planned: as many dead ends, just the violations planted, and the solution in the end. */
export function makePuzzle(random: Random, sizes: PuzzleSizes): Puzzle {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const draw = random.fork('puzzle', attempt);
    const plan = planPuzzle(draw.fork('plan'), sizes);
    if (plan === undefined) continue;
    const around = [...plan.solution.values(), ...plan.deadEnds.values(), ...plan.awkward.values()];
    const entries = generateDictionary(draw.fork('dictionary'), { size: listSize, lengths, around });
    const clues = new Map(entries.map(({ word, clue }) => [word, clue]));
    const order = orderWords([...clues.keys()], plan);
    if (playsAsPlanned(plan, order, sizes))
      return { ...plan, words: order.map((word) => [word, clues.get(word) ?? '']) };
  }
  throw new RangeError(`no puzzle of size ${sizes.size} plays as planned`);
}

function playsAsPlanned(plan: PuzzlePlan, order: readonly string[], { tolerated }: PuzzleSizes): boolean {
  const { rows, slots, solution, awkward, deadEnds, regions, violating } = plan;
  const grid = makeGrid(rows, order);
  const pairs = new Set(plan.pairs);
  const played = playFill(grid, emptyFilling, slots.length + 2 * deadEnds.size + 1);
  if (played === undefined || played.undone.length !== deadEnds.size) return false;
  if (!played.undone.every((slot) => deadEnds.has(slot))) return false;
  let { filling } = played;
  if (!slots.every(({ id }) => wordIn(filling, id) === (awkward.get(id) ?? solution.get(id)))) return false;
  for (const region of regions) {
    const count = region.slots.reduce((sum, { id }) => sum + pairsIn(wordIn(filling, id) ?? '', pairs), 0);
    if (count > tolerated !== violating.includes(region.id)) return false;
  }
  for (const { id, slots: cleared } of regions) {
    if (!violating.includes(id)) continue;
    const ids = cleared.map((slot) => slot.id);
    const refilled = playRefill(grid, clearSlots(filling, ids), ids, pairs);
    if (refilled === undefined) return false;
    filling = refilled;
  }
  return slots.every(({ id }) => wordIn(filling, id) === solution.get(id));
}
