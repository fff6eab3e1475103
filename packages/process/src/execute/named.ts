import { ObeyError } from '@obey/schema';
import { suggestion } from '../suggest.js';

/** The entry of a table with this name. @throws ObeyError `usage` that suggests the nearest one */
export function named<T extends { readonly name: string }>(table: readonly T[], what: string, name: string): T {
  const found = table.find((entry) => entry.name === name);
  if (found !== undefined) return found;
  const names = table.map((entry) => entry.name);
  throw new ObeyError('usage', `unknown ${what} \`${name}\``, {
    hint: `known are ${names.join(', ')}`,
    ...suggestion(name, names),
  });
}
