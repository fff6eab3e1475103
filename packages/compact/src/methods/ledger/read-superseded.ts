import type { JsonObject } from '../../json/json-value.js';
import { pythonRepr } from '../../json/python-text.js';
import { trim } from '../../score/whitespace.js';
import type { LedgerEntry } from './numbered-ledger.js';

/** The entries that a reply says no longer hold, named by number or by their exact text. What names none is warned of. */
export function readSuperseded(
  reply: JsonObject | undefined,
  entries: readonly LedgerEntry[],
): { readonly entries: ReadonlySet<LedgerEntry>; readonly warnings: readonly string[] } {
  const named = reply?.get('superseded') ?? [];
  if (!Array.isArray(named))
    return { entries: new Set(), warnings: ['superseded was not a list; nothing is superseded'] };
  const found = new Set<LedgerEntry>();
  const warnings: string[] = [];
  for (const name of named) {
    const text = typeof name === 'string' ? trim(name).replace(/^([A-Za-z]\d+)\s*:.*$/s, '$1') : '';
    const entry = entries.find(({ number, text: whole }) => number === text.toUpperCase() || whole === text);
    if (entry === undefined) warnings.push(`superseded names no entry of the ledger: ${pythonRepr(name)}`);
    else found.add(entry);
  }
  return { entries: found, warnings };
}
