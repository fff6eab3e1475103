import type { Case, GroundTruth } from '../model/case.js';
import type { CaseValue } from './case-value.js';
import { type JsonStyle, writeJson } from './write-json.js';

/**
 * The text forms of a case. `fixture`: indented, ASCII, ending in a line end. `file`: the same in raw UTF-8. `stdout`: as
 * `file`, but small and large floats as Python prints them (`1e-05`). `compact`: one line without blanks or line end.
 */
export type CaseForm = 'fixture' | 'file' | 'stdout' | 'compact';

const styles: Readonly<Record<CaseForm, JsonStyle>> = {
  fixture: { indented: true, ascii: true, floats: 'short' },
  file: { indented: true, ascii: false, floats: 'short' },
  stdout: { indented: true, ascii: false, floats: 'python' },
  compact: { indented: false, ascii: false, floats: 'short' },
};

/** Writes a case as JSON, byte for byte as CompactBench does. A seed is a bare integer of any size. */
export function writeCase(value: Case, form: CaseForm): string {
  const text = writeJson(caseValue(value), styles[form]);
  return form === 'compact' ? text : `${text}\n`;
}

function caseValue(value: Case): CaseValue {
  return object({
    case_id: value.case_id,
    template_key: value.template_key,
    template_version: value.template_version,
    seed: value.seed,
    difficulty: value.difficulty,
    transcript: object({
      turns: value.transcript.turns.map(({ id, role, content, tags }) => object({ id, role, content, tags })),
    }),
    ground_truth: groundTruth(value.ground_truth),
    evaluation_items: value.evaluation_items.map(({ key, item_type, prompt, expected }) =>
      object({ key, item_type, prompt, expected: expected as ReadonlyMap<string, CaseValue> }),
    ),
  });
}

function groundTruth(value: GroundTruth): CaseValue {
  return object({
    immutable_facts: value.immutable_facts,
    locked_decisions: value.locked_decisions,
    forbidden_behaviors: value.forbidden_behaviors,
    unresolved_items: value.unresolved_items,
    deferred_items: value.deferred_items,
    entity_map: value.entity_map,
  });
}

function object(members: Record<string, CaseValue>): CaseValue {
  return new Map(Object.entries(members));
}
