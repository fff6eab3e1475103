import { UnresolvedReferenceError } from './errors.js';

/** White space as Python counts it, which differs from JavaScript's: with U+001C–001F and U+0085, without U+FEFF. */
export const whiteSpace =
  '\\u0009-\\u000d\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** Two braces, a name of letters, digits, numerals, `_` and `.`, two braces; white space around the name is allowed. */
const reference = new RegExp(`\\{\\{[${whiteSpace}]*([\\p{L}\\p{N}_.]+)[${whiteSpace}]*\\}\\}`, 'gu');

/** The names that a text refers to as `{{name}}`, in order, each as often as it stands there. */
export function extractReferences(text: string): string[] {
  return text.includes('{{') ? Array.from(text.matchAll(reference), ([, name]) => name as string) : [];
}

/**
 * Puts values in the place of references. What a value contains is not looked at again, and whatever is no reference stays.
 *
 * @throws UnresolvedReferenceError
 */
export function substitute(text: string, bindings: ReadonlyMap<string, string>): string {
  if (!text.includes('{{')) return text;
  return text.replace(reference, (_, name: string) => {
    const value = bindings.get(name);
    if (value !== undefined) return value;
    throw new UnresolvedReferenceError(`{{${name}}} has no value`, {
      hint: `known are ${[...bindings.keys()].join(', ') || 'none'}`,
    });
  });
}
