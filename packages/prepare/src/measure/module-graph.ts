import { nameOf, nodeIn, nodesIn, type SourceNode, statementsOf } from './module-graph-source.js';

/** One statement by which a module takes something from another one. */
export interface ModuleImport {
  readonly from: string;
  readonly to: string;
  readonly kind: 'import' | 'export';
  /** Whether only types are taken, so that nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** Names as the other module has them; `*` for all of them, `default` for its default. */
  readonly names: readonly string[];
}

/** Which module of a set of files imports which. */
export interface ModuleGraph {
  /** Paths, in order. */
  readonly modules: readonly string[];
  /** In order of module and statement. */
  readonly imports: readonly ModuleImport[];
  /** Relative imports of files that the set does not hold. */
  readonly missing: readonly { readonly from: string; readonly specifier: string }[];
}

/**
 * The graph of a set of TypeScript modules, by path: every `import … from` and `export … from` of a relative file, type-only
 * ones too. Packages are no modules; `import()` is not looked at.
 *
 * @throws SyntaxError when a file does not parse
 */
export function moduleGraph(files: Readonly<Record<string, string>>): ModuleGraph {
  const modules = Object.keys(files).sort(byCode);
  const known = new Set(modules);
  const imports: ModuleImport[] = [];
  const missing: { from: string; specifier: string }[] = [];
  for (const from of modules) {
    for (const statement of statementsOf(files[from] ?? '')) {
      const specifier = nameOf(nodeIn(statement, 'source'));
      if (!specifier.startsWith('.')) continue;
      const to = resolveModule(from, specifier, known);
      if (to === undefined) missing.push({ from, specifier });
      else imports.push({ from, to, ...takenBy(statement) });
    }
  }
  return { modules, imports, missing };
}

/** The file that a relative specifier means: as it stands, with `.ts`, with `.js` read as `.ts`, or the folder's index. */
export function resolveModule(from: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const path = parts.join('/');
  return [path, `${path}.ts`, path.replace(/\.js$/, '.ts'), `${path}/index.ts`].find((one) => known.has(one));
}

function takenBy(statement: SourceNode): Pick<ModuleImport, 'kind' | 'typeOnly' | 'names'> {
  const kind = statement.type === 'ImportDeclaration' ? 'import' : 'export';
  const specifiers = nodesIn(statement, 'specifiers');
  const names = statement.type === 'ExportAllDeclaration' ? ['*'] : specifiers.map(takenName);
  const whole = (statement.importKind ?? statement.exportKind) === 'type';
  const isType = (one: SourceNode) => (one.importKind ?? one.exportKind) === 'type';
  return { kind, names, typeOnly: whole || (specifiers.length > 0 && specifiers.every(isType)) };
}

function takenName(specifier: SourceNode): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (/Namespace/.test(specifier.type)) return '*';
  return nameOf(nodeIn(specifier, specifier.type === 'ImportSpecifier' ? 'imported' : 'local'));
}

/** Order by code units, which is the same on every machine. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
