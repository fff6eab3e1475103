import { type SourceNode, statementsOf } from '@obey/prepare';

/** A module as JavaScript. */
export interface Erased {
  /** Its text, cut where a specifier stands: one more than there are of those. */
  readonly parts: readonly string[];
  /** What it imports at run time. */
  readonly specifiers: readonly string[];
}

/** Stands for a specifier; no source holds it. */
const cut = '\0';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whole nodes that are nothing at run time. */
const types = new Set([
  'TSTypeAnnotation',
  'TSTypeParameterDeclaration',
  'TSTypeParameterInstantiation',
  'TSDeclareMethod',
  'TSIndexSignature',
]);
const declarations = new Set(['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction']);
const refused = new Set([
  'TSEnumDeclaration',
  'TSModuleDeclaration',
  'TSParameterProperty',
  'TSImportEqualsDeclaration',
  'TSExportAssignment',
  'TSTypeAssertion',
]);

/**
 * Takes the types out of a TypeScript module, as Node itself does where it can: only what can be erased is understood, and
 * what is imported for its type alone has to say so.
 *
 * @throws SyntaxError for what does not parse, and for enums, namespaces and other things that make code
 */
export function eraseTypes(text: string): Erased {
  const edits: Edit[] = [];
  const specifiers: string[] = [];
  const erase = (start: number, end: number, by = '') => edits.push({ start, end, text: by });

  const visit = (node: SourceNode): void => {
    if (refused.has(node.type)) throw new SyntaxError(`${node.type} cannot be erased`);
    if (types.has(node.type)) return void erase(node.start, node.end);
    if (declarations.has(node.type) || node.declare === true || isTypeOnly(node)) {
      return void erase(node.start, node.end, ';');
    }
    eraseAround(node, text, erase);
    const source = fieldOf(node, 'source');
    if (source !== undefined && /^(Import|Export)/.test(node.type)) {
      const specifier = String(source.value);
      specifiers.push(specifier);
      erase(source.start, source.end, cut);
    }
    for (const child of childrenOf(node)) visit(child);
  };
  for (const statement of statementsOf(text)) visit(statement);
  return { parts: applied(text, edits).split(cut), specifiers };
}

/** Whether a statement imports, exports or declares nothing but types. */
function isTypeOnly(node: SourceNode): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return /Declaration$/.test(node.type);
  const declared = fieldOf(node, 'declaration');
  return node.type === 'ExportNamedDeclaration' && declared !== undefined && declarations.has(declared.type);
}

/** What of a node is type, where the rest of it is not. */
function eraseAround(node: SourceNode, text: string, erase: (start: number, end: number, by?: string) => void): void {
  const expression = fieldOf(node, 'expression');
  if (/^TS(As|Satisfies|NonNull|Instantiation)/.test(node.type) && expression !== undefined) {
    // Without a semicolon the next line would go on where the type stood.
    const goesOn = /^[^\S\n]*\n\s*[([`+/-]/.test(text.slice(node.end));
    erase(expression.end, node.end, goesOn ? ';' : '');
  }
  if (/^(Import|Export)Specifier$/.test(node.type) && (node.importKind ?? node.exportKind) === 'type') {
    erase(node.start, withComma(text, node.end));
  }
  if (node.type === 'Identifier' && node.optional === true) {
    const mark = text.indexOf('?', node.start);
    erase(mark, mark + 1);
  }
  if (/^Class(Private)?(Property|Method|AccessorProperty)$/.test(node.type)) eraseModifiers(node, text, erase);
  if (/^Class(Declaration|Expression)$/.test(node.type)) {
    if (node.abstract === true) erase(node.start, node.start + 'abstract'.length);
    const clauses = listOf(node, 'implements');
    const [first, last] = [clauses[0], clauses.at(-1)];
    if (first !== undefined && last !== undefined) erase(text.lastIndexOf('implements', first.start), last.end);
  }
  for (const parameter of listOf(node, 'params')) {
    if (parameter.type === 'Identifier' && parameter.name === 'this') {
      erase(parameter.start, withComma(text, parameter.end));
    }
  }
}

function eraseModifiers(
  member: SourceNode,
  text: string,
  erase: (start: number, end: number, by?: string) => void,
): void {
  const key = fieldOf(member, 'key');
  if (member.abstract === true) return void erase(member.start, member.end);
  if (key === undefined) return;
  const head = text.slice(member.start, key.start);
  for (const { 0: word, index } of head.matchAll(/\b(public|private|protected|readonly|override)\b/g)) {
    erase(member.start + index, member.start + index + word.length);
  }
  const mark = /^\s*\]?\s*[?!]/.exec(text.slice(key.end))?.[0].length;
  if (mark !== undefined && (member.optional === true || member.definite === true)) {
    erase(key.end + mark - 1, key.end + mark);
  }
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: by } of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    // What lies within something erased goes with it.
    if (start < at) continue;
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}

function withComma(text: string, end: number): number {
  return end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0);
}

function fieldOf(node: SourceNode, field: string): SourceNode | undefined {
  return childrenIn(node[field])[0];
}

function listOf(node: SourceNode, field: string): readonly SourceNode[] {
  return childrenIn(node[field]);
}

function childrenOf(node: SourceNode): SourceNode[] {
  return Object.values(node).flatMap(childrenIn);
}

function childrenIn(value: unknown): SourceNode[] {
  if (Array.isArray(value)) return value.flatMap(childrenIn);
  const isNode = typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
  return isNode ? [value as SourceNode] : [];
}
