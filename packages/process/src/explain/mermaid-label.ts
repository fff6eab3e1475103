const longest = 90;

/**
 * Text as it stands in a quoted Mermaid label: one line, cut to a readable length, and every character that Mermaid, Markdown
 * or HTML might read as its own written as an entity.
 */
export function mermaidLabel(text: string): string {
  const line = text
    .replaceAll('`', '')
    .replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
  const letters = [...line];
  const short =
    letters.length > longest
      ? `${letters
          .slice(0, longest - 1)
          .join('')
          .trimEnd()}…`
      : line;
  const escaped = short.replaceAll(/[^\p{L}\p{N} .,:/{}+'’…?!=|()-]/gu, (character) => `#${character.codePointAt(0)};`);
  // Mermaid reads a label that begins like a list as one.
  const safe = escaped.replace(/^([-+]|\d+\.)(?= )/, (start) =>
    start.replace(/.$/, (last) => `#${last.codePointAt(0)};`),
  );
  return safe === '' ? '#160;' : safe;
}
