/** What stands around text that was struck through: `~~text~~` in Markdown. */
export const struckOpen = '\u0001';
export const struckClose = '\u0002';

const rules: readonly (readonly [RegExp, string])[] = [
  // Zero-width characters, soft hyphens and controls say nothing.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
  [/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ''],
  [/\r\n?|[\u0085\u2028\u2029]/g, '\n'],
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u2039\u203a]/g, '"'],
  [/ ?[\u2014\u2015] ?| \u2013 /g, ' - '],
  [/[\u2010-\u2013\u2212\ufe58\ufe63\uff0d]/g, '-'],
  [/\u2192|=>|->/g, ' - '],
];

const markdown: readonly (readonly [RegExp, string])[] = [
  [/~~([^~\n]{1,400})~~/g, `${struckOpen}$1${struckClose}`],
  [/^[ \t]*```[^\n]{0,40}$/gm, ''],
  [/<br ?\/?>/gi, '\n'],
  [/<\/?[a-z][a-z0-9]{0,15}(?: [^<>\n]{0,100})?>/gi, ''],
  [/!?\[([^\][\n]{1,200})\]\(([^()\n]{1,300})\)/g, '$1 ($2)'],
  [/\*{2,3}|__+/g, ''],
  [/(?<![\s*])\*(?=[\s\p{P}]|$)|(?<=^|[\s\p{Ps}"'])\*(?=[^\s*])/gmu, ''],
];

// Nothing below changes a text of these alone; a hyphen may be half of an arrow.
const plain = /^(?:[A-Za-z0-9 \n.,:;!?'"()%$/+&@]|-(?!>))*$/;

/**
 * A text in one spelling: NFKC, plain quotation marks and dashes, no zero-width characters, Markdown's emphasis, code
 * marks, fences and links undone. Case and line breaks stay. Struck text is kept between two control characters.
 */
export function foldText(text: string): string {
  if (plain.test(text)) return text;
  let folded = text.includes('`')
    ? text.replace(/`{1,2}(?!`)/g, (mark, at: number) => fenceOrNothing(text, mark, at))
    : text;
  folded = folded.normalize('NFKC');
  for (const [pattern, by] of rules) folded = folded.replace(pattern, by);
  for (const [pattern, by] of markdown) folded = folded.replace(pattern, by);
  return folded;
}

/** Code marks vanish; those of a fence stay for the rule that drops its line. */
const fenceOrNothing = (text: string, mark: string, at: number): string =>
  text[at - 1] === '`' || text[at + mark.length] === '`' ? mark : '';

const ascii = /^[\u0020-\u007e]*$/;

/** A word's key of comparison: lower case, without accents. No locale is involved. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (ascii.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}
