import { nearest } from '@obey/schema';
import { extractReferences } from '../../template/references.js';
import type { YamlPath } from '../../template/yaml-path.js';
import { derivedGenerators, type ObeyVariable } from './bind-variables.js';
import { drawers } from './draw-value.js';
import { wordFields } from './fields/vocabulary.js';
import { type Act, isSettingAct } from './language/language.js';
import type { ActTurn, ObeyItem, ObeyTemplate } from './obey-template.js';

/** What is wrong, and where in the template. */
export interface Fault {
  readonly message: string;
  readonly path: YamlPath;
  readonly hint?: string | undefined;
}

/**
 * The first thing in a template that its shape cannot rule out: names not declared before use, unknown generators and fields,
 * acts without what they need, checks without parameters that demand knowledge, a text both required and forbidden, or shown by a
 * question. Undefined where there is none.
 */
export function findFault(template: ObeyTemplate): Fault | undefined {
  try {
    check(template);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Found) return thrown.fault;
    throw thrown;
  }
}

class Found extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

function fail(message: string, path: YamlPath, hint?: string): never {
  throw new Found({ message, path, hint });
}

function check(template: ObeyTemplate): void {
  if (!wordFields.has(template.field)) {
    fail(
      `the field ${JSON.stringify(template.field)} is unknown`,
      ['field'],
      `known are ${[...wordFields.keys()].join(', ')}`,
    );
  }
  const declared = new Set<string>();
  declare(template.variables, declared, []);
  for (const [role, name] of Object.entries(template.subject)) {
    if (!declared.has(name)) fail(`subject names the variable ${name}, which is not declared`, ['subject', role]);
  }
  checkPart({ ...template, path: [], turns: ['transcript', 'turns'] }, declared);
  template.evaluation_items.forEach(({ key }, index, items) => {
    if (items.findIndex((other) => other.key === key) !== index)
      fail(`two items have the key ${key}`, ['evaluation_items', index]);
  });
  checkConflicts(template.evaluation_items, ['evaluation_items']);
  template.continuation.forEach((entry, index) => {
    const path = ['continuation', index];
    const later = new Set(declared);
    declare(entry.variables, later, path);
    checkPart({ ...entry, path, turns: [...path, 'turns'] }, later);
    const items = new Map(template.evaluation_items.map((item) => [item.key, item]));
    for (const item of entry.evaluation_items) items.set(item.key, item);
    checkConflicts([...items.values()], [...path, 'evaluation_items']);
  });
}

/** A later cycle may declare a name again, and then binds it anew. */
function declare(variables: readonly ObeyVariable[], declared: Set<string>, path: YamlPath): void {
  const at = [...path, 'variables'];
  const here = new Set<string>();
  for (const { name, generator, of = [] } of variables) {
    if (here.has(name)) fail(`the variable ${name} is declared twice`, at);
    const known = [...drawers.keys(), ...derivedGenerators];
    if (!known.includes(generator)) {
      const near = nearest(generator, known);
      fail(
        `the variable ${name} names the generator ${JSON.stringify(generator)}, which is unknown`,
        at,
        near === undefined ? `known are ${known.join(', ')}` : `did you mean "${near}"?`,
      );
    }
    if (derivedGenerators.includes(generator) !== of.length > 0) {
      fail(`the variable ${name}: "of" goes with ${derivedGenerators.join(' and ')}, and with nothing else`, at);
    }
    const missing = of.map((term) => term.replace(/^-/, '')).find((term) => !declared.has(term) && !here.has(term));
    if (missing !== undefined)
      fail(`the variable ${name} is reckoned from ${missing}, which is not declared before it`, at);
    here.add(name);
  }
  for (const name of here) declared.add(name);
}

type Part = Pick<ObeyTemplate, 'acts' | 'ground_truth' | 'evaluation_items'> & {
  readonly path: YamlPath;
  readonly turns: YamlPath;
};

function checkPart(part: Part, declared: ReadonlySet<string>): void {
  const { acts, ground_truth: truth, evaluation_items: items } = part;
  for (const turn of acts) checkAct(turn, part.turns);
  const texts = [
    ...acts.flatMap((turn) => [turn.matter, turn.value, turn.instead, turn.name]),
    ...strings(Object.values(truth)),
    ...items.flatMap((item) => [item.prompt, ...strings(item.expected)]),
  ];
  for (const text of texts) {
    for (const name of text === undefined ? [] : extractReferences(text)) {
      if (!declared.has(name))
        fail(`{{${name}}} refers to no variable`, part.path, `declared are ${[...declared].join(', ')}`);
    }
  }
}

const withoutMatter: readonly Act[] = ['open', 'close', 'defer'];
const withoutValue: readonly Act[] = ['back', 'pick_first', 'pick_second'];
const withInstead: readonly Act[] = ['rule', 'pair'];

function checkAct(turn: ActTurn, path: YamlPath): void {
  const { act } = turn;
  if ((turn.matter === undefined) !== withoutMatter.includes(act))
    fail(`the act ${act} ${turn.matter === undefined ? 'needs' : 'has no'} matter`, path);
  if ((turn.value === undefined) !== withoutValue.includes(act))
    fail(`the act ${act} ${turn.value === undefined ? 'needs' : 'has no'} value`, path);
  if ((turn.instead === undefined) === withInstead.includes(act))
    fail(`the act ${act} ${turn.instead === undefined ? 'needs' : 'has no'} instead`, path);
  if (turn.as !== undefined && !isSettingAct(act)) fail(`the act ${act} cannot be told as ${turn.as}`, path);
  if (turn.name !== undefined && (turn.as === undefined || turn.as === 'direct')) {
    fail(`the act ${act} has a name, but is not told as mark, term, idea or quote`, path);
  }
}

const neededParameters = new Map<unknown, readonly string[]>([
  ['contains_normalized', ['value']],
  ['exact', ['value']],
  ['forbidden_absent', ['value', 'instead']],
  ['set_match', ['values']],
  ['numeric_within', ['value']],
  ['entity_consistent', ['entity', 'attribute', 'conflicts']],
]);

/** The strings of an item that an answer must hold. */
function requiredBy({ expected }: ObeyItem): string[] {
  if (expected.get('check') === 'forbidden_absent') return strings(expected.get('instead'));
  return strings([expected.get('value') ?? [], expected.get('values') ?? [], expected.get('entity') ?? []]);
}

function checkConflicts(items: readonly ObeyItem[], path: YamlPath): void {
  const forbidden = items.flatMap((item) =>
    item.expected.get('check') === 'forbidden_absent' ? strings(item.expected.get('value')) : [],
  );
  for (const item of items) {
    const check = item.expected.get('check');
    const needed = neededParameters.get(check);
    if (needed === undefined) {
      fail(
        `the item ${item.key} has the check ${JSON.stringify(check)}`,
        path,
        `known are ${[...neededParameters.keys()].join(', ')}`,
      );
    }
    for (const parameter of needed ?? []) {
      const given = item.expected.get(parameter);
      if (given === undefined || given === '')
        fail(`the item ${item.key} needs "${parameter}" for the check ${String(check)}`, path);
    }
    const required = requiredBy(item);
    if (required.length === 0 || required.includes('')) fail(`the item ${item.key} asks for nothing`, path);
    const prohibited = item.expected.get('stance') === 'prohibited';
    const both = prohibited ? undefined : required.find((text) => forbidden.includes(text));
    if (both !== undefined) fail(`the item ${item.key} requires ${both}, which another forbids`, path);
    const rejected = strings([item.expected.get('rejects') ?? [], item.expected.get('conflicts') ?? []]);
    const torn = required.find((text) => rejected.includes(text));
    if (torn !== undefined) fail(`the item ${item.key} both requires and rejects ${torn}`, path);
    const shown = [...forbidden, ...required].find((text) => shows(item.prompt, text));
    if (shown !== undefined)
      fail(
        `the question of the item ${item.key} shows ${shown}`,
        path,
        'a question must not hold its answer, nor what is forbidden',
      );
  }
}

function shows(prompt: string, text: string): boolean {
  const names = extractReferences(text);
  if (names.length > 0) {
    const asked = new Set(extractReferences(prompt));
    return names.some((name) => asked.has(name));
  }
  return prompt.toLowerCase().includes(text.toLowerCase());
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (value instanceof Map) return [...value].flatMap(([key, inner]) => [...strings(key), ...strings(inner)]);
  return [];
}
