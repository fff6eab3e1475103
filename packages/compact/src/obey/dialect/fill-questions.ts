import type { EvaluationItem, GroundTruth } from '../../model/case.js';
import { substitute } from '../../template/references.js';
import type { Bindings } from './bind-variables.js';
import type { listSections, ObeyGroundTruth, ObeyItem } from './obey-template.js';

/** What is true at the end of a cycle: the sections given, and those of the cycle before for the rest. */
export function fillGroundTruth(
  sections: ObeyGroundTruth,
  bindings: Bindings,
  before: GroundTruth | undefined,
): GroundTruth {
  const list = (section: (typeof listSections)[number]): readonly string[] =>
    sections[section]?.map((text) => substitute(text, bindings)) ?? before?.[section] ?? [];
  const [immutable_facts, locked_decisions, forbidden_behaviors, unresolved_items, deferred_items] = [
    list('immutable_facts'),
    list('locked_decisions'),
    list('forbidden_behaviors'),
    list('unresolved_items'),
    list('deferred_items'),
  ];
  const entity_map =
    sections.entity_map === undefined
      ? (before?.entity_map ?? new Map<string, string>())
      : new Map(
          [...sections.entity_map].map(([name, role]) => [substitute(name, bindings), substitute(role, bindings)]),
        );
  return { immutable_facts, locked_decisions, forbidden_behaviors, unresolved_items, deferred_items, entity_map };
}

const mostRivals = 12;

/**
 * The questions of a cycle: those of the cycle before, replaced by those of the same key, then new ones. What competes with a
 * value (other people's, hypothetical, superseded) joins the item's `rejects`, or the `conflicts` of `entity_consistent`;
 * so does the value that the replaced item had, unless it is a figure.
 */
export function fillItems(
  items: readonly ObeyItem[],
  bindings: Bindings,
  rivals: ReadonlyMap<string, readonly string[]>,
  before: readonly EvaluationItem[],
): EvaluationItem[] {
  const filled = new Map(before.map((item) => [item.key, item]));
  for (const item of items) {
    const expected = fillValue(item.expected, bindings) as Map<string, unknown>;
    const old = filled.get(item.key)?.expected;
    // Whoever reckons a new figure may well name the old one.
    const reckoned = expected.get('check') === 'numeric_within';
    const wrong = [
      ...(old === undefined || reckoned ? [] : wrongOf(old)),
      ...answersOf(expected).flatMap((answer) => rivals.get(answer) ?? []),
    ];
    addRivals(expected, wrong);
    filled.set(item.key, {
      key: item.key,
      item_type: item.type,
      prompt: substitute(item.prompt, bindings),
      expected,
    });
  }
  return [...filled.values()];
}

function fillValue(value: unknown, bindings: Bindings): unknown {
  if (typeof value === 'string') return substitute(value, bindings);
  if (Array.isArray(value)) return value.map((entry) => fillValue(entry, bindings));
  if (value instanceof Map) {
    return new Map([...value].map(([key, inner]) => [substitute(String(key), bindings), fillValue(inner, bindings)]));
  }
  return value;
}

function answersOf(expected: ReadonlyMap<string, unknown>): string[] {
  return [expected.get('value'), expected.get('values'), expected.get('entity')]
    .flat()
    .filter((value) => typeof value === 'string');
}

function wrongOf(expected: ReadonlyMap<string, unknown>): string[] {
  const rejected = [expected.get('rejects') ?? [], expected.get('conflicts') ?? []].flat();
  return [...answersOf(expected), ...rejected.filter((value) => typeof value === 'string')];
}

const refusing: ReadonlySet<unknown> = new Set([
  'contains_normalized',
  'set_match',
  'entity_consistent',
  'numeric_within',
]);

function addRivals(expected: Map<string, unknown>, wrong: readonly string[]): void {
  const check = expected.get('check');
  if (!refusing.has(check) || wrong.length === 0) return;
  const parameter = check === 'entity_consistent' ? 'conflicts' : 'rejects';
  const own = [expected.get(parameter) ?? []].flat().filter((value) => typeof value === 'string');
  const right = new Set(answersOf(expected));
  const all = [...new Set([...own, ...wrong])].filter((value) => !right.has(value));
  if (all.length > 0) expected.set(parameter, all.slice(0, mostRivals));
}
