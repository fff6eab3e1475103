import type { Node, Process } from '../ast.js';
import { everyNode } from '../tree/walk-nodes.js';
import { matchersOf } from './step-traits.js';

/** What a field of a step's value seems to be, by the way a process uses it. */
export type FieldGuess =
  | { readonly type: 'token' | 'number' | 'list' }
  | { readonly type: 'text'; readonly options: readonly string[] };

/** Per step, the fields of its value that a process names anywhere, by dotted path; the empty path is the value itself. */
export type AskedFields = ReadonlyMap<string, ReadonlyMap<string, FieldGuess>>;

/** Reads off a process, as anybody could off its prompt, which fields each step's value needs to have. */
export function askedFields(process: Process): AskedFields {
  const asked = new Map<string, Map<string, FieldGuess>>();
  const note = (step: string, path: string, guess: FieldGuess) => {
    const fields = asked.get(step) ?? new Map<string, FieldGuess>();
    asked.set(step, fields);
    const known = fields.get(path);
    if (known === undefined || known.type === 'number') fields.set(path, guess);
  };
  for (const { step, proof } of process.steps.values()) {
    for (const field of proof?.fields ?? []) note(step, field, { type: 'number' });
    if (proof !== undefined) note(step, proof.token, { type: 'token' });
  }
  for (const node of everyNode(process)) {
    for (const { source, names } of sourcesOf(node)) {
      for (const step of names) {
        if (!process.steps.has(step)) continue;
        for (const { path, rest } of usesOf(source, step)) note(step, path, guessOf(rest));
      }
    }
    if (node.type === 'forEach') {
      for (const step of node.list.steps) {
        for (const { path } of usesOf(node.list.source, step)) note(step, path, { type: 'list' });
      }
    }
    if (node.type !== 'step' || node.aggregate === undefined) continue;
    for (const step of node.aggregate.of) {
      for (const [, path = ''] of node.aggregate.expect.source.matchAll(/\bvalue\.(\w+(?:\.\w+)*)/g)) {
        note(step, path, { type: 'number' });
      }
    }
  }
  return asked;
}

interface Use {
  readonly path: string;
  /** What follows it. */
  readonly rest: string;
}

function usesOf(source: string, step: string): Use[] {
  const pattern = new RegExp(`(?<![\\w.])\\$?${step}(?:\\.(\\w+(?:\\.\\w+)*))?(?![\\w(])`, 'g');
  return [...source.matchAll(pattern)].map((match) => ({
    path: match[1] ?? '',
    rest: source.slice(match.index + match[0].length),
  }));
}

function guessOf(rest: string): FieldGuess {
  const compared = /^\s*(?:!?=|in)\s*(\[[^\]]*\]|"[^"]*"|'[^']*')/.exec(rest)?.[1];
  const options = [...(compared ?? '').matchAll(/"([^"]*)"|'([^']*)'/g)].map(
    ([, double, single]) => double ?? single ?? '',
  );
  return options.length > 0 ? { type: 'text', options: [...options, 'other'] } : { type: 'number' };
}

interface Named {
  readonly source: string;
  readonly names: ReadonlySet<string>;
}

function sourcesOf(node: Node): Named[] {
  switch (node.type) {
    case 'step': {
      const wheres = matchersOf(node).flatMap(({ where }) => (where === undefined ? [] : [where]));
      return node.aggregate === undefined ? wheres : [...wheres, node.aggregate.expect];
    }
    case 'forEach':
      return [node.list];
    case 'if':
      return [node.condition];
    case 'repeat':
      return [node.while];
    case 'call':
      return Object.values(node.with);
    default:
      return [];
  }
}
