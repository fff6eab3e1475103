import { moduleFacts, type TakenImport } from './module-facts.js';

/** One statement by which a module takes something from another one. */
export interface ModuleImport extends Omit<TakenImport, 'specifier'> {
  readonly from: string;
  readonly to: string;
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
    for (const { specifier, ...taken } of moduleFacts(files[from] ?? '').imports) {
      if (!specifier.startsWith('.')) continue;
      const to = resolveModule(from, specifier, known);
      if (to === undefined) missing.push({ from, specifier });
      else imports.push({ from, to, ...taken });
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

/** Order by code units, which is the same on every machine. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
