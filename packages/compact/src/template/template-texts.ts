import type { Template } from './template.js';
import type { YamlPath } from './yaml-path.js';

/** A text of a template that may hold references, and where it stands. */
export interface TemplateText {
  readonly text: string;
  readonly path: YamlPath;
}

const sections = [
  'immutable_facts',
  'locked_decisions',
  'forbidden_behaviors',
  'unresolved_items',
  'deferred_items',
] as const;

/** Every text of a template in which references count, in the order in which they are checked. */
export function* templateTexts(template: Template): Generator<TemplateText> {
  for (const [index, { template: text, count }] of template.transcript.turns.entries()) {
    if (text !== null) yield { text, path: ['transcript', 'turns', index, 'template'] };
    if (typeof count === 'string') yield { text: count, path: ['transcript', 'turns', index, 'count'] };
  }
  for (const section of sections) {
    for (const [index, text] of template.ground_truth[section].entries()) {
      yield { text, path: ['ground_truth', section, index] };
    }
  }
  for (const [name, role] of template.ground_truth.entity_map) {
    yield { text: name, path: ['ground_truth', 'entity_map', name] };
    yield { text: role, path: ['ground_truth', 'entity_map', name] };
  }
  for (const [index, { prompt, expected }] of template.evaluation_items.entries()) {
    yield { text: prompt, path: ['evaluation_items', index, 'prompt'] };
    for (const [key, value] of expected) {
      if (typeof value === 'string') yield { text: value, path: ['evaluation_items', index, 'expected', key] };
    }
  }
}
