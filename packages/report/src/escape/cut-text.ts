/** The first `max` characters, with the number of those left out: `abc… (+12 characters)`. Never cuts inside a code point. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const characters = Array.from(text);
  if (characters.length <= max) return text;
  return `${characters.slice(0, max).join('')}… (+${characters.length - max} characters)`;
}
