import { resolveModule } from './module-graph.js';
import { nameOf, nodeIn, nodesIn, type SourceNode, statementsOf } from './module-graph-source.js';
import { signatureOf } from './public-api-signature.js';

/** What a module exports: its own declarations, and names that it passes on from others. */
interface Exports {
  readonly own: ReadonlyMap<string, string>;
  readonly passed: ReadonlyMap<string, { readonly specifier: string; readonly name: string }>;
  readonly all: readonly string[];
}

/**
 * The public API of a package: every name that its entry exports, with the signature of what it stands for as text, whichever
 * module declares it. Bodies, comments, private members and white space are left out, so that only what a caller sees counts.
 * What comes from a package or from nowhere is `unknown`.
 *
 * @throws SyntaxError when a module that the entry reaches does not parse
 */
export function publicApi(files: Readonly<Record<string, string>>, entry: string): Record<string, string> {
  const known = new Set(Object.keys(files));
  const read = new Map<string, Exports>();
  const exportsIn = (path: string): Exports => {
    const found = read.get(path) ?? exportsOf(files[path] ?? '');
    read.set(path, found);
    return found;
  };

  const signature = (path: string, name: string, seen: ReadonlySet<string>): string | undefined => {
    const step = `${path}\n${name}`;
    if (seen.has(step)) return undefined;
    const { own, passed, all } = exportsIn(path);
    const here = own.get(name);
    if (here !== undefined) return here;
    const within = new Set([...seen, step]);
    const from = passed.get(name);
    if (from !== undefined) {
      const target = resolveModule(path, from.specifier, known);
      return target === undefined ? 'unknown' : (signature(target, from.name, within) ?? 'unknown');
    }
    for (const specifier of all) {
      const target = resolveModule(path, specifier, known);
      const found = target === undefined || name === 'default' ? undefined : signature(target, name, within);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const namesOf = (path: string, seen: ReadonlySet<string>): string[] => {
    if (seen.has(path)) return [];
    const { own, passed, all } = exportsIn(path);
    const inner = all.flatMap((specifier) => {
      const target = resolveModule(path, specifier, known);
      return target === undefined ? [] : namesOf(target, new Set([...seen, path])).filter((name) => name !== 'default');
    });
    return [...own.keys(), ...passed.keys(), ...inner];
  };

  const names = [...new Set(namesOf(entry, new Set()))].sort();
  return Object.fromEntries(names.map((name) => [name, signature(entry, name, new Set()) ?? 'unknown']));
}

function exportsOf(text: string): Exports {
  const declared = new Map<string, string>();
  const imported = new Map<string, { specifier: string; name: string }>();
  const own = new Map<string, string>();
  const passed = new Map<string, { specifier: string; name: string }>();
  const all: string[] = [];
  const statements = statementsOf(text);
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
      if (one.type === 'ExportNamespaceSpecifier') own.set(name, `namespace ${specifier}`);
      else if (specifier !== '') passed.set(name, { specifier, name: local });
      else if (declared.has(local)) own.set(name, declared.get(local) ?? '');
      else if (imported.has(local)) passed.set(name, imported.get(local) ?? { specifier: '', name: local });
      else own.set(name, 'unknown');
    }
  }
  return { own, passed, all };
}

function noteImport(statement: SourceNode, imported: Map<string, { specifier: string; name: string }>): void {
  const specifier = nameOf(nodeIn(statement, 'source'));
  for (const one of nodesIn(statement, 'specifiers')) {
    const name = one.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(nodeIn(one, 'imported'));
    imported.set(nameOf(nodeIn(one, 'local')), { specifier, name });
  }
}
