import { plannedFaults } from '@obey/prepare';
import { type IfNode, type Item, itemKey, type Process } from '@obey/process';
import type { Json, PreparedTask, Task } from '@obey/schema';
import { decide } from './check-decisions.js';
import { instanceOf } from './instance.js';
import { servedValues } from './served-values.js';

/** What of an instance is looked at. */
export interface ExceptionSource {
  readonly task: Pick<Task, 'facts'>;
  readonly process: Process;
  readonly prepared: PreparedTask;
  /** Names of the services that keep state. */
  readonly stateful?: readonly string[];
}

interface Sides {
  readonly yes: Item[];
  readonly no: Item[];
  readonly boundary: Item[];
}

/**
 * Where an instance holds exceptions other than those that its fact `planted` names, in words; empty when it does not. What
 * is exceptional is told from the facts and from what the world serves: an item that can meet a fault, that lies on the
 * boundary of a decision, or, where no side of a decision is planted wholly, on one of which most is. Each kind of planted
 * item lies on one side. Besides, no list of items is empty, and none has an item twice or without a key.
 */
export async function unplantedExceptions({
  task,
  process,
  prepared,
  stateful = [],
}: ExceptionSource): Promise<string[]> {
  const problems = listProblems(task, prepared);
  const kinds = plantedKinds(prepared.facts.planted);
  if (kinds.size === 0) return problems;
  const planted = new Set([...kinds.values()].flatMap((keys) => [...keys]));
  for (const { node, item } of await plannedFaults(process, prepared)) {
    if (!namesOf(item).some((name) => planted.has(name))) problems.push(`${node}: ${item} meets a fault, unplanted`);
  }
  for (const [node, sides] of await decisionsOf(process, prepared, stateful)) {
    problems.push(...sideProblems(`\`${node.condition.source}\``, sides, kinds, planted));
  }
  return problems;
}

async function decisionsOf(
  process: Process,
  prepared: PreparedTask,
  stateful: readonly string[],
): Promise<Map<IfNode, Sides>> {
  const instance = await instanceOf(process, prepared, stateful);
  const served = servedValues(instance);
  const decisions = new Map<IfNode, Sides>();
  for (const place of instance.nodes) {
    const { node, item } = place;
    if (node.type !== 'if' || node.structural || item.length === 0) continue;
    const outcome = await decide(node, place, served);
    if (outcome === undefined) continue;
    const sides = decisions.get(node) ?? { yes: [], no: [], boundary: [] };
    decisions.set(node, sides);
    sides[outcome.boundary ? 'boundary' : outcome.holds ? 'yes' : 'no'].push(item);
  }
  return decisions;
}

function sideProblems(
  what: string,
  sides: Sides,
  kinds: ReadonlyMap<string, ReadonlySet<string>>,
  planted: ReadonlySet<string>,
): string[] {
  const problems: string[] = [];
  const isPlanted = (item: Item) => namesOf(itemKey(item)).some((name) => planted.has(name));
  const stray = (items: readonly Item[], where: string) => {
    for (const item of items) if (!isPlanted(item)) problems.push(`${what}: ${itemKey(item)} lies ${where}, unplanted`);
  };
  stray(sides.boundary, 'on the boundary');
  if (!sides.yes.every(isPlanted) && !sides.no.every(isPlanted)) {
    for (const [side, where] of [
      [sides.yes, 'where it holds'],
      [sides.no, 'where it fails'],
    ] as const) {
      if (2 * side.filter(isPlanted).length > side.length) stray(side, where);
    }
  }
  for (const [kind, keys] of kinds) {
    const on = (items: readonly Item[]) => items.some((item) => namesOf(itemKey(item)).some((name) => keys.has(name)));
    if (on(sides.yes) && on(sides.no)) problems.push(`${what}: planted \`${kind}\` lies on both sides`);
  }
  return problems;
}

/** An item's whole key, and that of its innermost loop value. */
function namesOf(key: string): string[] {
  return [key, key.slice(key.lastIndexOf('/') + 1)];
}

/** Keys by kind of what is planted, at any depth. */
function plantedKinds(fact: Json | undefined): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>();
  const visit = (value: Json | undefined, kind: string): void => {
    if (typeof value === 'string') kinds.set(kind, (kinds.get(kind) ?? new Set()).add(value));
    else if (Array.isArray(value)) for (const element of value) visit(element, kind);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, kind === '' ? name : `${kind}.${name}`);
    }
  };
  visit(fact, '');
  return kinds;
}

/** Facts that declare a key are lists of items. */
function listProblems(task: ExceptionSource['task'], { facts }: PreparedTask): string[] {
  return Object.entries(task.facts).flatMap(([name, { key }]) => {
    const list = facts[name];
    if (key === undefined || !Array.isArray(list)) return [];
    if (list.length === 0) return [`\`${name}\` is empty`];
    const keys = list.map((item) => (typeof item === 'object' && item !== null ? Reflect.get(item, key) : undefined));
    const lacking = keys.filter((value) => value === undefined || value === null || String(value).trim() === '').length;
    return [
      ...(lacking > 0 ? [`${lacking} of \`${name}\` without \`${key}\``] : []),
      ...(new Set(keys).size < keys.length ? [`\`${name}\` has a \`${key}\` twice`] : []),
    ];
  });
}
