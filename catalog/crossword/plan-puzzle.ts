import { type CrosswordSlot, crosswordSlots, drawWord, pairsIn, type Random, solveGrid } from '@obey/prepare';
import { byLength } from './by-length.js';
import { drawPairs } from './draw-pairs.js';
import { drawSkeleton } from './draw-skeleton.js';
import { matches } from './grid-model.js';
import { turnPatterns } from './turn-patterns.js';

/** Letters that no ordinary word has, so that nothing fits a slot which crosses one. */
const rare = ['j', 'q', 'x', 'z'];

export interface PuzzleSizes {
  readonly size: number;
  readonly regions: number;
  readonly deadEnds: number;
  readonly violating: number;
  /** Awkward pairs that a region may have. */
  readonly tolerated: number;
}

export interface Region {
  readonly id: string;
  /** Longest first. */
  readonly slots: readonly CrosswordSlot[];
}

export interface PuzzlePlan {
  readonly rows: readonly string[];
  /** In the order of filling. */
  readonly slots: readonly CrosswordSlot[];
  readonly pairs: readonly string[];
  readonly regions: readonly Region[];
  /** The word of each slot in the end. */
  readonly solution: ReadonlyMap<string, string>;
  /** Words that fit a slot and lead to a dead end at the next. */
  readonly deadEnds: ReadonlyMap<string, string>;
  /** Words that fit a slot like its own, with awkward pairs. */
  readonly awkward: ReadonlyMap<string, string>;
  readonly violating: readonly string[];
  readonly boundary: string;
}

/** Plants a solved grid with its traps; undefined when this draw does not lend itself, draw again from another stream. */
export function planPuzzle(random: Random, sizes: PuzzleSizes): PuzzlePlan | undefined {
  const rows = drawSkeleton(random.fork('skeleton'), sizes.size);
  const slots = byLength(crosswordSlots(rows));
  const pairs = drawPairs(random.fork('pairs'));
  const avoided = new Set(pairs);
  const solution = firstOf(40, (attempt) => solveGrid(random.fork('solution', attempt), slots, avoided));
  if (solution === undefined) return undefined;
  const crossed = crossedCells(slots);
  const patterns = turnPatterns(slots, solution);
  // A word that is passed over at its slot must not be the first to fit a later one.
  const strays = (word: string, index: number) => patterns.slice(index + 1).some((pattern) => matches(word, pattern));
  const deadEnds = plantDeadEnds(random.fork('dead ends'), slots, solution, sizes.deadEnds, avoided, strays);
  if (deadEnds === undefined) return undefined;
  const regions = regionsOf(slots, sizes.regions);
  if (regions.some(({ slots: own }) => own.length < 2)) return undefined;
  const alike = (slot: CrosswordSlot) => fixedAt(slot, solution.get(slot.id) ?? '', (cell) => crossed.has(cell));
  const awkward = new Map<string, string>();
  const violating: string[] = [];
  let boundary: string | undefined;
  for (const region of random.fork('regions').shuffle(regions)) {
    if (violating.length === sizes.violating && boundary !== undefined) break;
    const draw = random.fork('region', region.id);
    if (violating.length < sizes.violating && !holdsDeadEnd(region, slots, deadEnds)) {
      const decoys = region.slots.flatMap((slot) => {
        if (strays(solution.get(slot.id) ?? '', slots.indexOf(slot))) return [];
        const word = drawn(draw, slot, alike(slot), (one) => pairsIn(one, avoided) > 0);
        return word === undefined ? [] : [[slot.id, word] as const];
      });
      const total = decoys.reduce((sum, [, word]) => sum + pairsIn(word, avoided), 0);
      if (total > sizes.tolerated) {
        for (const [slot, word] of decoys) awkward.set(slot, word);
        violating.push(region.id);
        continue;
      }
    }
    if (boundary === undefined) {
      for (const slot of region.slots) {
        const word = drawn(draw, slot, alike(slot), (one) => pairsIn(one, avoided) === sizes.tolerated);
        if (word === undefined || deadEnds.has(slot.id)) continue;
        solution.set(slot.id, word);
        boundary = region.id;
        break;
      }
    }
  }
  if (violating.length < sizes.violating || boundary === undefined) return undefined;
  const all = [...solution.values(), ...deadEnds.values(), ...awkward.values()];
  if (new Set(all).size < all.length) return undefined;
  return { rows, slots, pairs, regions, solution, deadEnds, awkward, violating, boundary };
}

function firstOf<T>(attempts: number, make: (attempt: number) => T | undefined): T | undefined {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const made = make(attempt);
    if (made !== undefined) return made;
  }
  return undefined;
}

function crossedCells(slots: readonly CrosswordSlot[]): Set<string> {
  const seen = new Set<string>();
  const crossed = new Set<string>();
  for (const { cells } of slots) for (const cell of cells) (seen.has(cell) ? crossed : seen).add(cell);
  return crossed;
}

function fixedAt({ cells }: CrosswordSlot, word: string, isFixed: (cell: string) => boolean): Record<number, string> {
  return Object.fromEntries(cells.flatMap((cell, index) => (isFixed(cell) ? [[index, word[index] ?? '']] : [])));
}

/** A word of given letters that will do, out of some draws. */
function drawn(
  random: Random,
  { length }: CrosswordSlot,
  fixed: Record<number, string>,
  admits: (word: string) => boolean,
): string | undefined {
  return firstOf(80, () => {
    const word = drawWord(random, { length, fixed });
    return word !== undefined && admits(word) ? word : undefined;
  });
}

/** For some slots a word with a rare letter where the next slot crosses, which nothing then fits. */
function plantDeadEnds(
  random: Random,
  slots: readonly CrosswordSlot[],
  solution: ReadonlyMap<string, string>,
  count: number,
  without: ReadonlySet<string>,
  strays: (word: string, index: number) => boolean,
): Map<string, string> | undefined {
  const planted = new Map<string, string>();
  const seen = new Set<string>();
  const sites: { slot: CrosswordSlot; at: number; fixed: Record<number, string> }[] = [];
  slots.forEach((slot, index) => {
    const next = slots[index + 1];
    const at = slot.cells.findIndex((cell) => next?.cells.includes(cell) === true && !seen.has(cell));
    if (at >= 0) sites.push({ slot, at, fixed: fixedAt(slot, solution.get(slot.id) ?? '', (cell) => seen.has(cell)) });
    for (const cell of slot.cells) seen.add(cell);
  });
  for (const { slot, at, fixed } of random.shuffle(sites)) {
    if (planted.size === count) break;
    const word = firstOf(12, () => {
      const one = drawWord(random, { length: slot.length, fixed: { ...fixed, [at]: random.pick(rare) }, without });
      return one === undefined || strays(one, slots.indexOf(slot)) ? undefined : one;
    });
    if (word !== undefined) planted.set(slot.id, word);
  }
  return planted.size === count ? planted : undefined;
}

/** Slots from top to bottom in groups, across and down together. */
function regionsOf(slots: readonly CrosswordSlot[], count: number): Region[] {
  const numbered = [...slots].sort((a, b) => a.number - b.number);
  const across = numbered.filter(({ direction }) => direction === 'across');
  const down = numbered.filter(({ direction }) => direction === 'down');
  const share = <T>(list: readonly T[], index: number) =>
    list.slice(Math.floor((index * list.length) / count), Math.floor(((index + 1) * list.length) / count));
  return Array.from({ length: count }, (_, index) => ({
    id: `region-${index + 1}`,
    slots: byLength(
      [...share(across, index), ...share(down, index)].sort((a, b) => slots.indexOf(a) - slots.indexOf(b)),
    ),
  }));
}

/** Whether a region holds both a slot that leads to a dead end and the next one: cleared together, they would lead there again. */
function holdsDeadEnd(
  { slots: own }: Region,
  slots: readonly CrosswordSlot[],
  deadEnds: ReadonlyMap<string, string>,
): boolean {
  return own.some((slot) => deadEnds.has(slot.id) && own.includes(slots[slots.indexOf(slot) + 1] as CrosswordSlot));
}
