import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ParserOptions } from '@babel/parser';

/** A node of the syntax tree: only what is read of it is known. */
export interface SourceNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

type Parser = Pick<typeof import('@babel/parser'), 'parse'>;

let parser: Parser | undefined;

/** The parser itself as one CommonJS file without dependencies, for a workspace that has no registry. MIT licence. */
export function parserText(): string {
  return readFileSync(createRequire(import.meta.url).resolve('@babel/parser'), 'utf8');
}

/** The statements of a TypeScript module. @throws SyntaxError when it is none */
export function statementsOf(text: string): readonly SourceNode[] {
  parser ??= createRequire(import.meta.url)('@babel/parser') as Parser;
  const options = { sourceType: 'module', plugins: ['typescript'], attachComment: false } satisfies ParserOptions;
  return parser.parse(text, options).program.body as unknown as readonly SourceNode[];
}

/** A field that holds a node. */
export function nodeIn(node: SourceNode, field: string): SourceNode | undefined {
  const value = node[field];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as SourceNode) : undefined;
}

/** A field that holds nodes. */
export function nodesIn(node: SourceNode, field: string): readonly SourceNode[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** The name of an identifier, or the text of a quoted name. */
export function nameOf(node: SourceNode | undefined): string {
  return String(node?.name ?? node?.value ?? '');
}
