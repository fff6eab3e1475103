import { type StateList, stateLists } from '../../artifact/artifact-limits.js';
import type { StructuredState } from '../../model/artifact.js';

/** One entry of a ledger, by the number that a model knows it by. */
export interface LedgerEntry {
  /** Such as `L3`, from 1 in each section. */
  readonly number: string;
  readonly section: StateList | 'entity_map';
  /** The entry, or the entity's name. */
  readonly text: string;
}

const letters: Readonly<Record<LedgerEntry['section'], string>> = {
  immutable_facts: 'F',
  locked_decisions: 'L',
  deferred_items: 'D',
  forbidden_behaviors: 'N',
  unresolved_items: 'U',
  entity_map: 'E',
};

/** A ledger with a number before each entry, and the entries. An empty one is the word `(empty)`. */
export function numberedLedger(state: StructuredState): {
  readonly text: string;
  readonly entries: readonly LedgerEntry[];
} {
  const entries: LedgerEntry[] = [];
  const lines: string[] = [];
  const add = (section: LedgerEntry['section'], index: number, text: string, shown: string) => {
    const number = `${letters[section]}${index + 1}`;
    entries.push({ number, section, text });
    lines.push(`${number}: ${shown}`);
  };
  for (const section of stateLists) {
    if (state[section].length > 0) lines.push(`${section}:`);
    for (const [index, text] of state[section].entries()) add(section, index, text, text);
  }
  if (state.entity_map.size > 0) lines.push('entity_map:');
  for (const [index, [name, role]] of [...state.entity_map].entries())
    add('entity_map', index, name, `${name}: ${role}`);
  return { text: lines.join('\n') || '(empty)', entries };
}
