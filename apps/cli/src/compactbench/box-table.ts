import type { CommandContext } from '../command-context.js';

export interface BoxColumn {
  readonly head: string;
  /** Whether its cells stand at the right. */
  readonly right?: boolean;
}

export interface BoxTable {
  readonly title: string;
  readonly columns: readonly BoxColumn[];
  /** Untrusted text: it is escaped here. */
  readonly rows: readonly (readonly string[])[];
}

/** Characters that a table may take in a line: COLUMNS, else the terminal's width, 80 where there is none. */
export function tableWidth({ environment, stdout }: CommandContext): number {
  const asked = Number(environment.COLUMNS);
  return Number.isSafeInteger(asked) && asked > 0 ? asked : stdout.columns;
}

/**
 * A table in the reference's frame: heavy around the heads, light around the rows, its title above the middle. What does not
 * fit is folded at blanks, and a word that alone is too long is cut with an ellipsis.
 */
export async function boxTable({ title, columns, rows }: BoxTable, width: number): Promise<string[]> {
  const { escapeTerminal, fitText, textWidth } = await import('@obey/report');
  const text: Text = { fit: fitText, width: textWidth };
  const plain = rows.map((row) => row.map((cell) => escapeTerminal(cell)));
  const widths = shrink(
    columns.map(({ head }, index) => Math.max(...[head, ...plain.map((row) => row[index] ?? '')].map(text.width))),
    width - 3 * columns.length - 1,
  );
  const line = (cells: readonly string[], [left, middle, right]: Frame): string =>
    `${left}${cells.join(middle)}${right}`;
  const rule = (stroke: string, frame: Frame) =>
    line(
      widths.map((size) => stroke.repeat(size + 2)),
      frame,
    );
  const block = (cells: readonly string[], frame: Frame, stand: 'top' | 'bottom') => {
    const folded = columns.map((_, index) => fold(cells[index] ?? '', widths[index] ?? 1, text));
    const height = Math.max(...folded.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) =>
      line(
        columns.map(({ right = false }, index) => {
          const lines = folded[index] ?? [];
          const shown = lines[stand === 'top' ? row : row - height + lines.length] ?? '';
          const space = ' '.repeat(Math.max(0, (widths[index] ?? 1) - text.width(shown)));
          return right ? ` ${space}${shown} ` : ` ${shown}${space} `;
        }),
        frame,
      ),
    );
  };
  const top = rule('━', ['┏', '┳', '┓']);
  return [
    centred(title, text.width(top), text),
    top,
    ...block(
      columns.map(({ head }) => head),
      ['┃', '┃', '┃'],
      'bottom',
    ),
    rule('━', ['┡', '╇', '┩']),
    ...plain.flatMap((row) => block(row, ['│', '│', '│'], 'top')),
    rule('─', ['└', '┴', '┘']),
  ];
}

type Frame = readonly [left: string, middle: string, right: string];

interface Text {
  readonly fit: (text: string, width: number) => string;
  readonly width: (text: string) => number;
}

/** Takes from the widest column, the first of several, until all fit. */
function shrink(widths: readonly number[], room: number): number[] {
  const left = [...widths];
  for (let excess = left.reduce((sum, one) => sum + one, 0) - room; excess > 0; excess--) {
    const widest = left.indexOf(Math.max(...left));
    if ((left[widest] ?? 1) <= 1) break;
    left[widest] = (left[widest] ?? 1) - 1;
  }
  return left;
}

/** The lines of a cell. */
function fold(cell: string, width: number, text: Text): string[] {
  const lines: string[] = [];
  for (const word of cell.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && text.width(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(text.fit(word, width));
  }
  return lines;
}

function centred(title: string, width: number, text: Text): string {
  const space = Math.max(0, width - text.width(title));
  const before = Math.floor(space / 2);
  return `${' '.repeat(before)}${title}${' '.repeat(space - before)}`;
}
