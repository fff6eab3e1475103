import type { Random } from '../../random.js';
import { type Cell, type Column, drawColumn, type Row } from './column.js';

/** What can be wrong with a row. */
export const flawKinds = ['missing', 'malformed', 'outlying', 'repeated'] as const;
export type FlawKind = (typeof flawKinds)[number];

export interface Flaw {
  readonly kind: FlawKind;
  /** Index of the row, from 0; of a repeated one that of the copy. */
  readonly row: number;
  /** Absent where the whole row is repeated. */
  readonly column?: string;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Every flaw there is, by row. */
  readonly flaws: readonly Flaw[];
}

export interface TableOptions {
  readonly columns: readonly Column[];
  /** Without those that are repeated. */
  readonly rows: number;
  /** How many rows have which flaw; at most one each, and none has one that is not asked for. */
  readonly flaws?: Partial<Readonly<Record<FlawKind, number>>>;
}

/**
 * A table of invented data, each column from a stream of its own, so that a further column changes no other. Planted flaws: a
 * cell that is missing, a number with a letter in it, a number a hundred times beyond its range, a row that stands there twice.
 *
 * @throws RangeError when there are more flaws than rows, or numbers are to be flawed where there are none
 */
export function drawTable(random: Random, { columns, rows: count, flaws = {} }: TableOptions): Table {
  let rows: Row[] = Array.from({ length: count }, () => ({}));
  for (const column of columns) {
    const cells = drawColumn(random.fork('column', column.name), column, rows);
    rows = rows.map((row, index) => ({ ...row, [column.name]: cells[index] ?? null }));
  }
  const planned = planFlaws(random.fork('flaws'), columns, count, flaws);
  const flawed: Row[] = [];
  const found: Flaw[] = [];
  for (const [index, row] of rows.entries()) {
    const flaw = planned.get(index);
    flawed.push(flaw === undefined || flaw.kind === 'repeated' ? row : spoiled(row, flaw, columns));
    if (flaw === undefined) continue;
    if (flaw.kind === 'repeated') flawed.push(row);
    const at = { kind: flaw.kind, row: flawed.length - 1 };
    found.push(flaw.kind === 'repeated' ? at : { ...at, column: flaw.column });
  }
  return { columns: columns.map(({ name }) => name), rows: flawed, flaws: found };
}

interface Plan {
  readonly kind: FlawKind;
  readonly column: string;
}

function planFlaws(
  random: Random,
  columns: readonly Column[],
  count: number,
  asked: NonNullable<TableOptions['flaws']>,
): Map<number, Plan> {
  const kinds = flawKinds.flatMap((kind) => Array.from({ length: asked[kind] ?? 0 }, () => kind));
  const plain = columns.filter(({ kind }) => kind !== 'id');
  const numbers = columns.filter(({ kind }) => kind === 'integer' || kind === 'decimal');
  const places = random.sample(
    Array.from({ length: count }, (_, index) => index),
    kinds.length,
  );
  return new Map(
    kinds.map((kind, index) => {
      const column = random.fork('column', index).pick(kind === 'missing' || kind === 'repeated' ? plain : numbers);
      return [places[index] as number, { kind, column: column.name }];
    }),
  );
}

function spoiled(row: Row, { kind, column: name }: Plan, columns: readonly Column[]): Row {
  const column = columns.find((one) => one.name === name);
  return { ...row, [name]: kind === 'missing' ? null : spoiledNumber(row[name] ?? null, kind, column) };
}

function spoiledNumber(cell: Cell, kind: FlawKind, column: Column | undefined): Cell {
  if (kind === 'malformed') return String(cell).replace(/\d(?=\D*$)/, 'O');
  const far =
    column?.kind === 'integer' || column?.kind === 'decimal'
      ? Math.max(Math.abs(column.from), Math.abs(column.to), 1)
      : 1;
  return Math.ceil(far) * 100;
}
