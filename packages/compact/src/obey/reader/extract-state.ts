import type { StructuredState } from '../../model/artifact.js';
import { type ProjectState, readWorld } from './read-world.js';
import { writeCharge, writeEntry, writeStatement } from './write-statement.js';

/**
 * The state that a conversation states, in the six sections of an artifact: that of the project whose record is kept, or of all
 * where none is named. It takes what was stated itself, and does not look into what became of thoughts and quotations.
 *
 * @param known what was written down before: it tells whose record is kept, and whose word decides
 */
export function extractState(text: string, known?: string): StructuredState {
  const world = readWorld(text, { follows: false, known });
  const charged = [...world.leads].at(-1);
  const kept = [...world.projects].filter(([name]) => charged === undefined || name === charged[0]);
  const sections = {
    facts: charged === undefined ? [] : [writeCharge(...charged)],
    decisions: [] as string[],
    forbidden: [] as string[],
    open: [] as string[],
    deferred: [] as string[],
  };
  const roles = new Map<string, string>();
  for (const [project, state] of kept) {
    const { language } = state;
    for (const [matter, entry] of state.matters) {
      const sentences = writeEntry(project, matter, entry, language);
      if (entry.act === 'rule') sections.forbidden.push(...sentences);
      else if (entry.act === 'role') roles.set(matter, sentences.join(' '));
      else if (entry.act === 'decision' || entry.value === undefined) sections.decisions.push(...sentences);
      else sections.facts.push(...sentences);
    }
    addLoose(project, state, sections);
  }
  return {
    immutable_facts: sections.facts,
    locked_decisions: sections.decisions,
    deferred_items: sections.deferred,
    forbidden_behaviors: sections.forbidden,
    entity_map: roles,
    unresolved_items: sections.open,
  };
}

function addLoose(
  project: string,
  state: ProjectState,
  to: { facts: string[]; open: string[]; deferred: string[] },
): void {
  for (const [value, standing] of state.loose) {
    const act = standing === 'open' ? 'open' : standing === 'deferred' ? 'defer' : 'close';
    const sentence = writeStatement({ act, project, matter: '', value, instead: '', unit: '' }, state.language);
    (standing === 'open' ? to.open : standing === 'deferred' ? to.deferred : to.facts).push(sentence);
  }
}
