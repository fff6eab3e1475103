import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.js';
import type { Cell, Column } from './column.js';
import { readCsv, toCsv } from './csv.js';
import { drawTable, type FlawKind, flawKinds } from './draw-table.js';

const full = process.env.OBEY_FULL === '1';
const seeds = full ? 1_000 : 20;
const columns: readonly Column[] = [
  { name: 'order', kind: 'id', pattern: 'O-####' },
  { name: 'customer', kind: 'person' },
  { name: 'town', kind: 'place' },
  { name: 'day', kind: 'date', first: { year: 2024, month: 2, day: 20 }, days: 20 },
  { name: 'status', kind: 'choice', of: ['open', 'paid', 'late'], weights: [1, 8, 1] },
  { name: 'express', kind: 'flag', share: 0.2 },
  { name: 'items', kind: 'integer', from: 1, to: 40 },
  { name: 'price', kind: 'decimal', from: 0.5, to: 99.95, digits: 2 },
  { name: 'total', kind: 'derived', from: ({ items, price }) => Math.round(Number(items) * Number(price) * 100) / 100 },
];
const flaws = { missing: 3, malformed: 2, outlying: 2, repeated: 4 };

/** What is wrong with a cell, as a reader of the table would see it. */
function kindOf(cell: Cell, column: string): FlawKind | undefined {
  if (cell === null) return 'missing';
  if (column !== 'items' && column !== 'price') return undefined;
  if (typeof cell === 'string') return Number.isNaN(Number(cell)) ? 'malformed' : undefined;
  return Number(cell) > 100 ? 'outlying' : undefined;
}

describe(`tables, ${seeds} seeds`, () => {
  it('have the columns and rows that are asked for, and the planted flaws and no other', () => {
    for (let seed = 0; seed < seeds; seed += 1) {
      const table = drawTable(createRandom(seed), { columns, rows: 50, flaws });
      expect(drawTable(createRandom(seed), { columns, rows: 50, flaws })).toEqual(table);
      expect(table.columns).toEqual(columns.map(({ name }) => name));
      expect(table.rows).toHaveLength(54);
      for (const kind of flawKinds) expect(table.flaws.filter((flaw) => flaw.kind === kind)).toHaveLength(flaws[kind]);
      const at = new Map(table.flaws.map(({ row, kind, column }) => [row, { kind, column }]));
      expect(at.size).toBe(11);
      const ids = new Set<unknown>();
      const wrong: unknown[] = [];
      for (const [index, row] of table.rows.entries()) {
        const flaw = at.get(index);
        const repeated = flaw?.kind === 'repeated';
        if (ids.has(row.order) !== repeated) wrong.push([index, 'order', row.order]);
        if (repeated && JSON.stringify(row) !== JSON.stringify(table.rows[index - 1])) wrong.push([index, 'copy']);
        ids.add(row.order);
        for (const name of table.columns) {
          const kind = flaw?.column === name ? flaw.kind : undefined;
          if (kindOf(row[name] ?? null, name) !== kind) wrong.push([index, name, row[name], kind]);
        }
      }
      expect({ seed, wrong }).toEqual({ seed, wrong: [] });
    }
  });

  it('draw each column from a stream of its own', () => {
    const whole = drawTable(createRandom(3), { columns, rows: 30 });
    const part = drawTable(createRandom(3), { columns: columns.filter(({ name }) => name !== 'town'), rows: 30 });
    expect(part.rows.map(({ price, day, customer }) => [price, day, customer])).toEqual(
      whole.rows.map(({ price, day, customer }) => [price, day, customer]),
    );
    expect(whole.flaws).toEqual([]);
    for (const { items, price, total } of whole.rows) expect(total).toBeCloseTo(Number(items) * Number(price), 1);
  });

  it('refuse more flaws than there are rows', () => {
    expect(() => drawTable(createRandom(1), { columns, rows: 3, flaws: { missing: 4 } })).toThrow(RangeError);
    expect(() => drawTable(createRandom(1), { columns: columns.slice(0, 2), rows: 3, flaws: { outlying: 1 } })).toThrow(
      RangeError,
    );
  });
});

describe('CSV', () => {
  it('gives back what was written, whatever stands in the cells', () => {
    const name = fc.string({ minLength: 1, maxLength: 5 }).filter((text) => text !== '__proto__');
    const cell = fc.oneof(fc.string(), fc.constantFrom('a,b', 'say "x"', '\n', '\r\n', '', ' '));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        (names, lines, separator) => {
          const rows = lines.map((line) =>
            Object.fromEntries(names.map((column, index) => [column, line[index] ?? ''])),
          );
          expect(readCsv(toCsv({ columns: names, rows }, separator), separator)).toEqual(rows);
        },
      ),
      { numRuns: full ? 2_000 : 200 },
    );
  });

  it('leaves a missing cell empty and reads both kinds of line ends', () => {
    expect(
      toCsv(
        {
          columns: ['a', 'b'],
          rows: [
            { a: null, b: true },
            { a: 'x;"y"', b: 2 },
          ],
        },
        ';',
      ),
    ).toBe('a;b\n;true\n"x;""y""";2\n');
    expect(readCsv('a,b\r\n1,2\r\n3')).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '' },
    ]);
    expect(readCsv('')).toEqual([]);
  });
});
