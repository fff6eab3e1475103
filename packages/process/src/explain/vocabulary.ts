import type { ParameterValues } from '@obey/schema';
import type { Matcher, Node, Position, Process, SimpleMatcher, Template } from '../ast.js';
import { everyNode } from '../tree/walk-nodes.js';
import { numbersIn } from './numbers-in.js';
import { numberPattern, pathPattern, wordPatterns } from './vocabulary-patterns.js';

/** Something that a process enforces and that a prompt therefore has to say. */
export interface VocabularyEntry {
  readonly kind: 'path' | 'command' | 'limit' | 'mode' | 'unit';
  /** As the process writes it: a path, a number, `parallel`, `request`. */
  readonly text: string;
  /** The id of the node that enforces it. */
  readonly node: string;
  readonly at: Position;
  /** Whether a text says it, in any usual way: `5 %` for 0.05, `at the same time` for `parallel`, any filling of a path's holes. */
  isIn(prompt: string): boolean;
}

/**
 * Every path, command, limit, mode and unit that a process enforces. A limit that is a parameter counts with its value
 * where `parameters` are given.
 */
export function processVocabulary(process: Process, parameters: ParameterValues = {}): VocabularyEntry[] {
  const entries = new Map<string, VocabularyEntry>();
  for (const node of everyNode(process)) {
    for (const entry of entriesOf(node, parameters)) {
      const key = `${entry.kind} ${entry.text}`;
      if (!entries.has(key)) entries.set(key, entry);
    }
  }
  return [...entries.values()];
}

/** What a prompt leaves unsaid of all that a process enforces. */
export function missingVocabulary(
  process: Process,
  prompt: string,
  parameters: ParameterValues = {},
): VocabularyEntry[] {
  return processVocabulary(process, parameters).filter((entry) => !entry.isIn(prompt));
}

type Part = Omit<VocabularyEntry, 'node'>;

function entriesOf(node: Node, parameters: ParameterValues): VocabularyEntry[] {
  return partsOf(node, parameters).map((part) => ({ ...part, node: node.id }));
}

function partsOf(node: Node, parameters: ParameterValues): Part[] {
  const limit = (value: number, at = node.at) => entry('limit', String(value), at, numberPattern(value));
  const conditions = (source: string, at: Position) => numbersIn(source, parameters).map((value) => limit(value, at));
  const evidence = (matcher: Matcher) => matcherParts(matcher, conditions);
  switch (node.type) {
    case 'step':
      return [
        ...(node.started ? evidence(node.started) : []),
        ...evidence(node.done),
        ...(node.yields?.type === 'file' ? [path(node.yields.path)] : []),
        ...node.reads.map(path),
        ...(node.atMost ? [limit(node.atMost)] : []),
      ];
    case 'forEach':
      return [
        ...(node.mode === 'any' ? [] : [entry('mode', node.mode, node.at, wordPatterns[node.mode])]),
        ...(node.while === undefined
          ? []
          : [
              entry('mode', 'sequential', node.at, wordPatterns.sequential),
              ...conditions(node.while.source, node.while.at),
            ]),
        ...(node.unit === 'artifact' ? [] : [entry('unit', node.unit, node.at, wordPatterns[node.unit])]),
        ...(node.maxWords === undefined ? [] : [limit(node.maxWords)]),
      ];
    case 'parallel':
      return [entry('mode', 'parallel', node.at, wordPatterns.parallel)];
    case 'if':
      return conditions(node.condition.source, node.condition.at);
    case 'repeat':
      return [limit(node.max), ...conditions(node.while.source, node.while.at)];
    case 'try':
      return [
        ...evidence(node.on),
        ...(node.retry ? [limit(node.retry.max)] : []),
        ...(node.retry?.where ? conditions(node.retry.where.source, node.retry.where.at) : []),
      ];
    case 'call':
      return [];
  }
}

type Conditions = (source: string, at: Position) => Part[];

/** Of alternatives one that is said is enough. */
function matcherParts(matcher: Matcher, conditions: Conditions): Part[] {
  if (!('of' in matcher))
    return [...simpleParts(matcher), ...(matcher.where ? conditions(matcher.where.source, matcher.where.at) : [])];
  const parts = matcher.of.map((part) => matcherParts(part, conditions));
  if (matcher.type === 'allOf') return parts.flat();
  const [first] = parts.flat();
  if (first === undefined) return [];
  const text = parts.map((alternative) => alternative.map((part) => part.text).join(' and ')).join(' or ');
  return [
    { ...first, text, isIn: (prompt) => parts.some((alternative) => alternative.every((part) => part.isIn(prompt))) },
  ];
}

function simpleParts(matcher: SimpleMatcher): Part[] {
  if ('path' in matcher) return [path(matcher.path)];
  if (matcher.type === 'ran') return [command(matcher.command)];
  return matcher.type === 'called' ? [command(matcher.tool)] : [];
}

function path(template: Template): Part {
  return entry('path', template.source, template.at, pathPattern(template.source));
}

function command(template: Template): Part {
  return entry('command', template.source, template.at, pathPattern(template.source));
}

function entry(kind: VocabularyEntry['kind'], text: string, at: Position, pattern: RegExp): Part {
  return { kind, text, at, isIn: (prompt) => pattern.test(prompt) };
}
