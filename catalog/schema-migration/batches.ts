import type { Random } from '@obey/prepare';

/** Rows `first` to `last` of a table, both included, counted from 1; so is `number`. */
export interface Batch {
  readonly number: number;
  readonly first: number;
  readonly last: number;
}

export interface Comparison {
  readonly number: number;
  readonly rows: number;
  readonly mismatches: number;
}

const size = 1_000;

export function batchesOf(rows: number): Batch[] {
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => ({
    number: index + 1,
    first: index * size + 1,
    last: Math.min(rows, (index + 1) * size),
  }));
}

/**
 * What the comparison of each batch finds. `order` counts the tables that do not match from 0 (below 0: this one does): one
 * single row of the first batch, a few of the last, some of any, by turns; batches after that one would match again.
 */
export function drawComparisons(random: Random, batches: readonly Batch[], order: number): Comparison[] {
  const bad = [1, batches.length, random.fork('which').integer(1, batches.length)][order % 3];
  return batches.map(({ number, first, last }) => {
    const rows = last - first + 1;
    const most = Math.min(rows, order % 3 === 0 ? 1 : 40);
    return { number, rows, mismatches: order >= 0 && number === bad ? random.integer(1, most) : 0 };
  });
}
