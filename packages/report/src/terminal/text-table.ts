import stringWidth from 'string-width';

export interface Cell {
  /** Escaped already. */
  readonly text: string;
  readonly paint?: (text: string) => string;
}

export interface Column {
  readonly head: string;
  readonly right?: boolean;
  /** Columns with a higher number are left out first where the width does not suffice; 0 always stays. */
  readonly drop: number;
}

const gap = 2;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Lines of a table that fits `width` columns: first the least needed columns go, then the first column's text is cut. */
export function textTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number): string[] {
  let kept = columns.map((_, index) => index);
  const widths = columns.map(({ head }, index) =>
    Math.max(stringWidth(head), ...rows.map((row) => stringWidth(row[index]?.text ?? ''))),
  );
  const total = (): number => kept.reduce((sum, index) => sum + (widths[index] ?? 0) + gap, -gap);
  for (const drop of [...new Set(columns.map((column) => column.drop))].sort((a, b) => b - a)) {
    if (drop === 0 || total() <= width) break;
    kept = kept.filter((index) => columns[index]?.drop !== drop);
  }
  const [first] = kept;
  if (first !== undefined && total() > width) {
    widths[first] = Math.max(8, (widths[first] ?? 0) - (total() - width));
  }
  const line = (cellOf: (index: number) => Cell): string =>
    kept
      .map((index) => {
        const { text, paint = (plain) => plain } = cellOf(index);
        const shown = fit(text, widths[index] ?? 0);
        const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - stringWidth(shown)));
        return columns[index]?.right === true ? space + paint(shown) : paint(shown) + space;
      })
      .join(' '.repeat(gap))
      .trimEnd();
  return [
    line((index) => ({ text: columns[index]?.head ?? '' })),
    ...rows.map((row) => line((index) => row[index] ?? { text: '' })),
  ];
}

/** Columns of a terminal that a text takes. */
export const textWidth = (text: string): number => stringWidth(text);

/** The text within `width` columns, with an ellipsis where it was cut. */
export function fit(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let shown = '';
  let taken = 0;
  for (const { segment } of graphemes.segment(text)) {
    taken += stringWidth(segment);
    if (taken > width - 1) break;
    shown += segment;
  }
  return `${shown}…`;
}
