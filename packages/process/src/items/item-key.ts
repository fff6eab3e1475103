import type { Item } from '../ast.js';

/** An item as findings, proofs and labels show it: the keys of its loop values joined by `/`; empty outside loops. */
export function itemKey(item: Item): string {
  return item.length === 1 && item[0] !== undefined ? item[0].key : item.map(({ key }) => key).join('/');
}
