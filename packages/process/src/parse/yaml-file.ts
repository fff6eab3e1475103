import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { Position } from '../ast.js';
import type { Issue } from './issue.js';

const deepest = 100;

export type YamlPath = readonly PropertyKey[];

/** A YAML text that was read, with a way from any path in its value back to line and column. */
export interface YamlFile {
  readonly value: unknown;
  /** Syntax errors, duplicate keys, and nesting without end; the value is unusable when there are any. */
  readonly issues: readonly Issue[];
  /** Where the value at a path stands; of its nearest present ancestor when it is missing. With `key`, where its key stands. */
  placeOf(path: YamlPath, options?: { readonly key?: boolean }): Position;
  /** Where a character of the text at a path stands, where the text is written in one line without escapes. */
  placeInText(path: YamlPath, offset: number): Position;
}

/** Reads YAML 1.2; never throws. */
export function readYamlFile(text: string): YamlFile {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  let document: Document;
  let value: unknown;
  const issues: Issue[] = [];
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    for (const { message, pos } of document.errors) issues.push({ message: yamlMessage(message), at: place(pos[0]) });
    issues.push(...structureIssues(document, place));
    value = issues.length === 0 ? document.toJS() : undefined;
  } catch (thrown) {
    const message =
      thrown instanceof RangeError ? 'nested too deeply to be read' : `unreadable YAML: ${String(thrown)}`;
    return emptyFile([{ message, at: { line: 1, column: 1 } }]);
  }
  return {
    value,
    issues,
    placeOf: (path, options) => place(offsetOf(document, path, options?.key === true)),
    placeInText: (path, offset) => {
      const node: unknown = document.getIn(path, true);
      const start = offsetOf(document, path, false);
      if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return place(start);
      const quotes = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
      const written = text.slice(start + quotes, start + quotes + offset);
      return place(node.value.startsWith(written) && !written.includes('\n') ? start + quotes + offset : start);
    },
  };
}

function emptyFile(issues: readonly Issue[]): YamlFile {
  const start = () => ({ line: 1, column: 1 });
  return { value: undefined, issues, placeOf: start, placeInText: start };
}

function yamlMessage(message: string): string {
  const [first = ''] = message.split('\n');
  const duplicate = /^Map keys must be unique/.test(first);
  return duplicate
    ? 'this key stands twice in one mapping'
    : `invalid YAML: ${first.replace(/ at line \d+, column \d+:?$/, '')}`;
}

/** Aliases would give one node two places, and an endless depth ends every walk in an overflow. */
function structureIssues(document: Document, place: (offset: number) => Position): Issue[] {
  const issues: Issue[] = [];
  visit(document, (_, node, ancestors) => {
    if (!isNode(node)) return undefined;
    const at = () => place(node.range?.[0] ?? 0);
    if (isAlias(node)) {
      issues.push({ message: 'an alias; write the value out', at: at() });
      return visit.BREAK;
    }
    if (ancestors.length > deepest) {
      issues.push({ message: 'nested too deeply', at: at() });
      return visit.BREAK;
    }
    return undefined;
  });
  return issues;
}

function offsetOf(document: Document, path: YamlPath, key: boolean): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, part] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && (isScalar(item.key) ? item.key.value : item.key) === part);
      if (pair === undefined) return offset;
      offset = (last && key ? startOf(pair.key) : (valueStart(pair.value) ?? startOf(pair.key))) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

/** An absent value has an empty range, of which its key is the better place. */
function valueStart(node: unknown): number | undefined {
  return isScalar(node) && node.range && node.range[0] === node.range[1] ? undefined : startOf(node);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
