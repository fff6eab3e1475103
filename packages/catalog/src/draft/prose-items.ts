/** One item of a list in prose, or one sentence where there are no lists. */
export interface ProseItem {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly children: ProseItem[];
}

interface Open {
  readonly indent: number;
  readonly item: { line: number; text: string; children: ProseItem[] };
}

const bullet = /^(\s*)(?:[-*+•]|\(?\d+[.)]|[a-z][.)])\s+(.*)$/;

/** The numbered and bulleted items of a text, one in another as they are indented; its sentences where it has none. */
export function proseItems(prose: string): ProseItem[] {
  const lines = prose.split(/\r?\n/);
  if (!lines.some((line) => bullet.test(line))) return sentences(lines);
  const roots: ProseItem[] = [];
  const open: Open[] = [];
  for (const [index, line] of lines.entries()) {
    const [, indent = '', text = ''] = bullet.exec(line) ?? [];
    if (text !== '') {
      const depth = indent.replaceAll('\t', '    ').length;
      while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= depth) open.pop();
      const item = { line: index + 1, text: text.trim(), children: [] };
      (open.at(-1)?.item.children ?? roots).push(item);
      open.push({ indent: depth, item });
    } else if (line.trim() === '' || /^#/.test(line)) {
      if (/^#/.test(line)) open.length = 0;
    } else {
      // A wrapped line goes on with its item; what stands beside the lists is for people.
      const last = open.at(-1);
      if (last !== undefined && /^\s/.test(line)) last.item.text += ` ${line.trim()}`;
    }
  }
  return roots;
}

function sentences(lines: readonly string[]): ProseItem[] {
  return lines.flatMap((line, index) =>
    /^#/.test(line)
      ? []
      : line
          .split(/(?<=[.!?])\s+(?=[A-Z])/)
          .filter((text) => text.trim() !== '')
          .map((text) => ({ line: index + 1, text: text.trim(), children: [] })),
  );
}
