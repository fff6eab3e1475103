import type { StateList } from '../../artifact/artifact-limits.js';
import type { StructuredState } from '../../model/artifact.js';
import { collapse, trim } from '../../score/whitespace.js';
import type { LedgerEntry } from './numbered-ledger.js';

/**
 * A ledger after a segment: what is superseded goes, everything else stays, facts too, and what is new comes behind. An entry that differs
 * from an earlier one in case, blanks or its final stop alone takes its place.
 */
export function reviseLedger(
  previous: StructuredState | undefined,
  delta: StructuredState,
  superseded: ReadonlySet<LedgerEntry>,
): StructuredState {
  const gone = (section: LedgerEntry['section'], text: string) =>
    [...superseded].some((entry) => entry.section === section && entry.text === text);
  const list = (name: StateList): string[] => {
    const kept = (previous?.[name] ?? []).filter((text) => !gone(name, text));
    const bySense = new Map<string, string>();
    for (const text of [...kept, ...delta[name]]) bySense.set(sense(text), text);
    return [...bySense.values()];
  };
  const entities = [...(previous?.entity_map ?? [])].filter(([name]) => !gone('entity_map', name));
  return {
    immutable_facts: list('immutable_facts'),
    locked_decisions: list('locked_decisions'),
    deferred_items: list('deferred_items'),
    forbidden_behaviors: list('forbidden_behaviors'),
    entity_map: new Map([...entities, ...delta.entity_map]),
    unresolved_items: list('unresolved_items'),
  };
}

const sense = (text: string): string => collapse(trim(text)).toLowerCase().replace(/[.!]$/, '');
