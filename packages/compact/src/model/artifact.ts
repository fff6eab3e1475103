/** What a method keeps of a conversation's state. Maps keep the order in which keys first came. */
export interface StructuredState {
  readonly immutable_facts: readonly string[];
  readonly locked_decisions: readonly string[];
  readonly deferred_items: readonly string[];
  readonly forbidden_behaviors: readonly string[];
  readonly entity_map: ReadonlyMap<string, string>;
  readonly unresolved_items: readonly string[];
}

/** What a method makes of a conversation, with the field names and the field order of its JSON form. */
export interface Artifact {
  readonly schemaVersion: string;
  /** At most 8,000 code points. */
  readonly summaryText: string;
  readonly structured_state: StructuredState;
  readonly selectedSourceTurnIds: readonly number[];
  readonly warnings: readonly string[];
  readonly methodMetadata: Readonly<Record<string, unknown>>;
}
