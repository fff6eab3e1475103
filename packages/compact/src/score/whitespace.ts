/**
 * The reference's white space: what Python's `str.strip()` and `str.split()` take. JavaScript's `\s` and `trim()` differ:
 * they leave out U+001C–001F and U+0085 and take U+FEFF.
 */
const blank = '[\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';

const leading = new RegExp(`^${blank}+`);
const runs = new RegExp(`${blank}+`, 'g');
/** A blank that is not U+0020, or two: most texts have neither. */
const irregular = new RegExp(`(?! )${blank}|  `);
const one = new RegExp(`^${blank}$`);

/** Strips the reference's white space from both ends. */
export function trim(text: string): string {
  return trimEnd(text.replace(leading, ''));
}

/** Strips the reference's white space from the end; linear, whatever stands before. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && one.test(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** Replaces each run of the reference's white space by one blank. */
export const collapse = (text: string): string => (irregular.test(text) ? text.replace(runs, ' ') : text);
