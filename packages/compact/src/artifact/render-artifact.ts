import type { Artifact, StructuredState } from '../model/artifact.js';
import { emptyArtifactText, renderLabels } from './prompt-format.js';

/**
 * An artifact as the model that answers gets to see it: the summary, then the sections of the state that hold anything,
 * in a fixed order; a placeholder when there is nothing at all. Warnings and metadata are never shown.
 */
export function renderArtifact({ summaryText, structured_state }: Artifact): string {
  const blocks: string[] = [];
  if (summaryText !== '') blocks.push(`${renderLabels.summary}\n${summaryText}`);
  const state = renderState(structured_state);
  if (state !== '') blocks.push(`${renderLabels.state}\n${state}`);
  return blocks.length === 0 ? emptyArtifactText : blocks.join('\n\n');
}

function renderState(state: StructuredState): string {
  const sections: [label: string, lines: readonly string[]][] = [
    [renderLabels.immutable_facts, state.immutable_facts],
    [renderLabels.locked_decisions, state.locked_decisions],
    [renderLabels.forbidden_behaviors, state.forbidden_behaviors],
    [renderLabels.deferred_items, state.deferred_items],
    [renderLabels.unresolved_items, state.unresolved_items],
    [renderLabels.entity_map, [...state.entity_map].map(([name, role]) => `${name}: ${role}`)],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([label, lines]) => [label, ...lines.map((line) => `- ${line}`)].join('\n'))
    .join('\n\n');
}
