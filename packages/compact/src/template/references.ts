import { UnresolvedReferenceError } from './errors.js';

/** White space as Python counts it, which differs from JavaScript's: with U+001C–001F and U+0085, without U+FEFF. */
export const whiteSpace =
  '\\u0009-\\u000d\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** Two braces, a name of letters, digits, numerals, `_` and `.`, two braces; white space around the name is allowed. */
const reference = new RegExp(`\\{\\{[${whiteSpace}]*([\\p{L}\\p{N}_.]+)[${whiteSpace}]*\\}\\}`, 'gu');

/** A text cut at its references: what stands before each, between them, and after the last. */
interface Pieces {
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

/** The texts of a template are substituted once for each case; they are cut once. */
const cut = new Map<string, Pieces>();
const mostCut = 10_000;

function piecesOf(text: string): Pieces {
  const known = cut.get(text);
  if (known !== undefined) return known;
  const texts: string[] = [];
  const names: string[] = [];
  let end = 0;
  for (const { 0: written, 1: name = '', index } of text.matchAll(reference)) {
    texts.push(text.slice(end, index));
    names.push(name);
    end = index + written.length;
  }
  const pieces = { texts: [...texts, text.slice(end)], names };
  if (cut.size === mostCut) cut.clear();
  cut.set(text, pieces);
  return pieces;
}

/** The names that a text refers to as `{{name}}`, in order, each as often as it stands there. */
export function extractReferences(text: string): string[] {
  return text.includes('{{') ? [...piecesOf(text).names] : [];
}

/**
 * Puts values in the place of references. What a value contains is not looked at again, and whatever is no reference stays.
 *
 * @throws UnresolvedReferenceError
 */
export function substitute(text: string, bindings: ReadonlyMap<string, string>): string {
  if (!text.includes('{{')) return text;
  const { texts, names } = piecesOf(text);
  let result = texts[0] as string;
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    const value = bindings.get(name);
    if (value === undefined) throw unresolved(name, bindings);
    result += value + (texts[index + 1] as string);
  }
  return result;
}

function unresolved(name: string, bindings: ReadonlyMap<string, string>): UnresolvedReferenceError {
  const hint = `known are ${[...bindings.keys()].join(', ') || 'none'}`;
  return new UnresolvedReferenceError(`{{${name}}} has no value`, { hint });
}
