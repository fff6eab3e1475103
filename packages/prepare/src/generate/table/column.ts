import type { Random } from '../../random.js';
import { consecutiveDays, type Day } from '../calendar/days.js';
import { drawIdentifiers } from '../identifiers/identifiers.js';
import { drawPeople } from '../people/people.js';
import { drawPlaceNames } from '../places/place-names.js';

/** One cell; null where a value is missing. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** What stands in a column. */
export type Column = { readonly name: string } & (
  | { readonly kind: 'id' /** `#` is a digit, `@` a letter; see `drawIdentifiers`. */; readonly pattern: string }
  | { readonly kind: 'integer'; readonly from: number; readonly to: number }
  | {
      /** With so many digits after the point, exactly. */ readonly kind: 'decimal';
      readonly from: number;
      readonly to: number;
      readonly digits: number;
    }
  | {
      readonly kind: 'choice';
      readonly of: readonly string[] /** How often each comes; all alike by default. */;
      readonly weights?: readonly number[];
    }
  | { /** True so often, 0 to 1. */ readonly kind: 'flag'; readonly share: number }
  | {
      /** One of so many days from `first` on, as `YYYY-MM-DD`. */ readonly kind: 'date';
      readonly first: Day;
      readonly days: number;
    }
  | { readonly kind: 'person' }
  | { readonly kind: 'place' }
  | {
      /** Follows from the columns before it. */ readonly kind: 'derived';
      readonly from: (row: Row, random: Random) => Cell;
    }
);

/** The cells of a column, one for each row; `rows` has the columns before it. Ids, people and places are all different. */
export function drawColumn(random: Random, column: Column, rows: readonly Row[]): Cell[] {
  const each = (draw: (one: Random, row: Row) => Cell) => rows.map((row, index) => draw(random.fork(index), row));
  switch (column.kind) {
    case 'id':
      return drawIdentifiers(random, column.pattern, rows.length);
    case 'person':
      return drawPeople(random, rows.length).map(({ name }) => name);
    case 'place':
      return drawPlaceNames(random, rows.length);
    case 'integer':
      return each((draw) => draw.integer(column.from, column.to));
    case 'decimal': {
      const scale = 10 ** column.digits;
      return each((draw) => draw.integer(Math.ceil(column.from * scale), Math.floor(column.to * scale)) / scale);
    }
    case 'choice':
      return each((draw) => {
        const places = column.of.map((_, index) => index);
        return column.of[draw.weighted(places, (index) => column.weights?.[index] ?? 1)] ?? null;
      });
    case 'flag':
      return each((draw) => draw.chance(column.share));
    case 'date': {
      const days = consecutiveDays(column.first, column.days);
      return each((draw) => draw.pick(days));
    }
    case 'derived':
      return each((draw, row) => column.from(row, draw));
  }
}
