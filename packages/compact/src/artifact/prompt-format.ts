// Labels and markers of CompactBench (Apache-2.0); see NOTICE. They are part of its format: what a model sees of an
// artifact must read the same whoever shows it.

export const renderLabels = {
  summary: 'SUMMARY:',
  state: 'STRUCTURED STATE:',
  immutable_facts: 'Immutable facts:',
  locked_decisions: 'Locked decisions:',
  forbidden_behaviors: 'Forbidden behaviors (NEVER do):',
  deferred_items: 'Deferred items:',
  unresolved_items: 'Unresolved items:',
  entity_map: 'Entity roles:',
} as const;

export const emptyArtifactText = '(no summary or structured state)';

/** The name of the fence's markers: `<untrusted_artifact>` opens it, `</untrusted_artifact>` closes it. */
export const fenceName = 'untrusted_artifact';

/** What the reference puts in place of a closing marker inside the fence. */
export const redactedClose = '</untrusted_artifact_REDACTED>';
