/** The class of a figure from 0 to 100; colours stand in the style sheet, the figure itself in the cell. */
export function heatClass(figure: number): string {
  if (figure >= 100) return 'h6';
  if (figure >= 90) return 'h5';
  if (figure >= 75) return 'h4';
  if (figure >= 50) return 'h3';
  if (figure >= 25) return 'h2';
  return figure > 0 ? 'h1' : 'h0';
}
