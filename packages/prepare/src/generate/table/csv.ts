import type { Cell } from './column.js';
import type { Table } from './draw-table.js';

/** A table as CSV (RFC 4180, with `\n`): a header, a line for each row, nothing for a missing cell. */
export function toCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>, separator = ','): string {
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? null))];
  return lines.map((cells) => `${cells.map((cell) => quoted(cell, separator)).join(separator)}\n`).join('');
}

/** The records of a CSV by the names in its header, all as text; a cell that is not there is `''`. Accepts `\n` and `\r\n`. */
export function readCsv(text: string, separator = ','): Record<string, string>[] {
  const [header = [], ...records] = recordsOf(text, separator);
  return records.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

function quoted(cell: Cell, separator: string): string {
  const text = cell === null ? '' : String(cell);
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function recordsOf(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let inside = false;
  const endCell = () => {
    record.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (inside) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else inside = false;
    } else if (character === '"' && cell === '') inside = true;
    else if (character === separator) endCell();
    else if (character === '\n' || (character === '\r' && text[at + 1] === '\n')) {
      if (character === '\r') at += 1;
      endCell();
      records.push(record);
      record = [];
    } else cell += character;
  }
  if (cell !== '' || record.length > 0) {
    endCell();
    records.push(record);
  }
  return records;
}
