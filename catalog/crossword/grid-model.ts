import { type CrosswordSlot, crosswordSlots } from '@obey/prepare';

/** What never changes about a grid while it is filled. */
export interface Grid {
  /** By number, across before down. */
  readonly slots: readonly CrosswordSlot[];
  /** Words by length, as the list has them. */
  readonly words: ReadonlyMap<number, readonly string[]>;
}

/** One word that stands in the grid. */
export interface Standing {
  readonly slot: string;
  readonly word: string;
  /** Words that were taken back from a slot while this one was the last, by slot. */
  readonly tried: Readonly<Record<string, readonly string[]>>;
}

/** How far a grid has been filled: the words in the order in which they were set. */
export interface Filling {
  readonly standing: readonly Standing[];
  /** Words that were taken back while nothing stood. */
  readonly tried: Standing['tried'];
}

export const emptyFilling: Filling = { standing: [], tried: {} };

export function makeGrid(rows: readonly string[], list: readonly string[]): Grid {
  const words = new Map<number, string[]>();
  for (const word of list) {
    const known = words.get(word.length);
    if (known === undefined) words.set(word.length, [word]);
    else known.push(word);
  }
  return { slots: crosswordSlots(rows), words };
}

export const slotNamed = ({ slots }: Grid, id: string): CrosswordSlot | undefined =>
  slots.find((slot) => slot.id === id);

export const wordIn = ({ standing }: Filling, slot: string): string | undefined =>
  standing.find((one) => one.slot === slot)?.word;

/** Slots without a word, by number. */
export function openSlots({ slots }: Grid, { standing }: Filling): CrosswordSlot[] {
  const filled = new Set(standing.map(({ slot }) => slot));
  return slots.filter(({ id }) => !filled.has(id));
}

/** The slot to fill next: the longest, of equals the first by number, across before down. */
export function nextSlot(grid: Grid, filling: Filling): CrosswordSlot | undefined {
  const open = openSlots(grid, filling);
  const most = Math.max(...open.map(({ length }) => length));
  return open.find(({ length }) => length === most);
}

/** What crossing words leave of a slot: a letter or `?` for each square. */
export function patternOf(grid: Grid, { standing }: Filling, { id, cells }: CrosswordSlot): string {
  const letters = new Map<string, string>();
  for (const { slot, word } of standing) {
    if (slot === id) continue;
    slotNamed(grid, slot)?.cells.forEach((cell, index) => {
      letters.set(cell, word[index] ?? '?');
    });
  }
  return cells.map((cell) => letters.get(cell) ?? '?').join('');
}

/** Words of the list that fit a slot, stand nowhere yet, and were not taken back from it since the last word was set. */
export function fittingWords(grid: Grid, filling: Filling, slot: CrosswordSlot): string[] {
  const pattern = patternOf(grid, filling, slot);
  const tried = (filling.standing.at(-1) ?? filling).tried[slot.id] ?? [];
  const out = new Set([...tried, ...filling.standing.map(({ word }) => word)]);
  return (grid.words.get(slot.length) ?? []).filter((word) => !out.has(word) && matches(word, pattern));
}

export function matches(word: string, pattern: string): boolean {
  if (word.length !== pattern.length) return false;
  for (let at = 0; at < word.length; at += 1) {
    if (pattern[at] !== '?' && pattern[at] !== word[at]) return false;
  }
  return true;
}

export function setWord({ standing, tried }: Filling, slot: string, word: string): Filling {
  return { standing: [...standing, { slot, word, tried: {} }], tried };
}

/** Takes a word back, wherever it stands; the one before it, or the empty grid, remembers that it was tried. */
export function takeBack({ standing, tried }: Filling, slot: string): Filling {
  const at = standing.findIndex((one) => one.slot === slot);
  const taken = standing[at];
  if (taken === undefined) return { standing, tried };
  const left = standing.filter((one) => one !== taken);
  const remember = (known: Standing['tried']) => ({ ...known, [slot]: [...(known[slot] ?? []), taken.word] });
  if (at === 0) return { standing: left, tried: remember(tried) };
  return {
    standing: left.map((one, index) => (index === at - 1 ? { ...one, tried: remember(one.tried) } : one)),
    tried,
  };
}

/** Takes the words of some slots out; what was tried before is forgotten. */
export function clearSlots({ standing }: Filling, slots: readonly string[]): Filling {
  const left = standing.filter(({ slot }) => !slots.includes(slot));
  return { standing: left.map((one) => ({ ...one, tried: {} })), tried: {} };
}
