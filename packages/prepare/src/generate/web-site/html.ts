/** Text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
}

/** Digits in groups of three. */
export function grouped(value: number, separator: string): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, separator);
}

/** Tenths of a per cent as `12.3`. */
export function percent(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** A whole page of today's kind. */
export function shell(title: string, style: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)}</title>
  <style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
