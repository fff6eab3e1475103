import { nameOf, nodeIn, nodesIn, type SourceNode, statementsOf } from './module-graph-source.js';
import { signatureOf } from './public-api-signature.js';

/** What one statement takes from another module. */
export interface TakenImport {
  readonly specifier: string;
  readonly kind: 'import' | 'export';
  /** Whether only types are taken, so that nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** Names as the other module has them; `*` for all of them, `default` for its default. */
  readonly names: readonly string[];
}

/** What others can tell of a module: all that graph and public API are made from. It is plain JSON. */
export interface ModuleFacts {
  readonly imports: readonly TakenImport[];
  /** Signatures of its own exports by name. */
  readonly own: Readonly<Record<string, string>>;
  /** Exported names that are another module's. */
  readonly passed: Readonly<Record<string, { readonly specifier: string; readonly name: string }>>;
  /** Modules of which it passes everything on. */
  readonly all: readonly string[];
}

/** Texts that are remembered: graph and API are taken from the same files, one after another. */
const most = 1024;
const remembered = new Map<string, ModuleFacts>();

/** The facts of a module's text. @throws SyntaxError when it does not parse */
export function moduleFacts(text: string): ModuleFacts {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const statements = statementsOf(text);
  const facts = { imports: statements.flatMap(takenBy), ...exportsOf(statements, text) };
  rememberFacts(text, facts);
  return facts;
}

/** Spares the parser a text of which the facts are known. */
export function rememberFacts(text: string, facts: ModuleFacts): void {
  if (remembered.size >= most) remembered.clear();
  remembered.set(text, facts);
}

function takenBy(statement: SourceNode): TakenImport[] {
  const specifier = nameOf(nodeIn(statement, 'source'));
  if (specifier === '') return [];
  const kind = statement.type === 'ImportDeclaration' ? 'import' : 'export';
  const specifiers = nodesIn(statement, 'specifiers');
  const names = statement.type === 'ExportAllDeclaration' ? ['*'] : specifiers.map(takenName);
  const whole = (statement.importKind ?? statement.exportKind) === 'type';
  const isType = (one: SourceNode) => (one.importKind ?? one.exportKind) === 'type';
  return [{ specifier, kind, names, typeOnly: whole || (specifiers.length > 0 && specifiers.every(isType)) }];
}

function takenName(specifier: SourceNode): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (/Namespace/.test(specifier.type)) return '*';
  return nameOf(nodeIn(specifier, specifier.type === 'ImportSpecifier' ? 'imported' : 'local'));
}

function exportsOf(statements: readonly SourceNode[], text: string): Omit<ModuleFacts, 'imports'> {
  const declared = new Map<string, string>();
  const imported = new Map<string, { specifier: string; name: string }>();
  const own = new Map<string, string>();
  const passed = new Map<string, { specifier: string; name: string }>();
  const all: string[] = [];
  const declare = (node: SourceNode, isExported: boolean) => {
    for (const { name, signature } of signatureOf(node, text)) {
      // Overloads and merged declarations are one thing.
      const before = declared.get(name);
      declared.set(name, before === undefined ? signature : `${before} ${signature}`);
      if (isExported) own.set(name, declared.get(name) ?? signature);
    }
  };
  for (const statement of statements) {
    const declaration = nodeIn(statement, 'declaration');
    if (statement.type === 'ExportNamedDeclaration' && declaration !== undefined) declare(declaration, true);
    else if (statement.type === 'ExportAllDeclaration') all.push(nameOf(nodeIn(statement, 'source')));
    else if (statement.type === 'ImportDeclaration') noteImport(statement, imported);
    else declare(statement, false);
  }
  for (const statement of statements) {
    if (statement.type === 'ExportDefaultDeclaration') {
      const declaration = nodeIn(statement, 'declaration');
      const [one] = declaration === undefined ? [] : signatureOf(declaration, text);
      own.set('default', one?.signature ?? declared.get(nameOf(declaration)) ?? 'unknown');
    }
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const specifier = nameOf(nodeIn(statement, 'source'));
    for (const one of nodesIn(statement, 'specifiers')) {
      const [local, name] = [nameOf(nodeIn(one, 'local')), nameOf(nodeIn(one, 'exported'))];
      const taken = imported.get(local);
      if (one.type === 'ExportNamespaceSpecifier') own.set(name, `namespace ${specifier}`);
      else if (specifier !== '') passed.set(name, { specifier, name: local });
      else if (taken !== undefined) passed.set(name, taken);
      else own.set(name, declared.get(local) ?? 'unknown');
    }
  }
  return { own: Object.fromEntries(own), passed: Object.fromEntries(passed), all };
}

function noteImport(statement: SourceNode, imported: Map<string, { specifier: string; name: string }>): void {
  const specifier = nameOf(nodeIn(statement, 'source'));
  for (const one of nodesIn(statement, 'specifiers')) {
    const name = one.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(nodeIn(one, 'imported'));
    imported.set(nameOf(nodeIn(one, 'local')), { specifier, name });
  }
}
