/** How much an artifact may hold; lengths in Unicode code points. */
export const artifactLimits = {
  summary: 8000,
  /** Each entry of a list, each entity's value, each warning: at least 1. */
  entry: 500,
  /** Entries of each list of the state. */
  list: 200,
  warnings: 50,
} as const;

/** The five lists of the state, in the order of its JSON form; `entity_map` stands before the last. */
export const stateLists = [
  'immutable_facts',
  'locked_decisions',
  'deferred_items',
  'forbidden_behaviors',
  'unresolved_items',
] as const;
export type StateList = (typeof stateLists)[number];
