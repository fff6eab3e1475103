/** A GitHub table; the cells are Markdown already. `-` columns stand left, `:` columns right. */
export function table(head: readonly string[], align: string, rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (align[index] === ':' ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)];
}
