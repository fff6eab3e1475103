import { createHash } from 'node:crypto';
import { importCount, type ModuleGraph, moduleGraph, publicApi } from '@obey/prepare';

/** What is measured of the sources, tests apart. */
export interface Measured {
  /** Pairs of modules below src/ of which one imports the other. */
  readonly imports: number;
  /** Fingerprint of what `src/index.ts` exports, with signatures. */
  readonly publicApi: string;
  /** Fingerprint of the modules of the cycle. */
  readonly modules: string;
  /** Fingerprint of the modules of the cycle and of their neighbours, and of which modules there are. */
  readonly state: string;
}

/**
 * Measures a set of files. White space at the ends of lines and of files counts for nothing.
 *
 * @throws SyntaxError when a module does not parse
 */
export function measureTree(files: Readonly<Record<string, string>>, cycle: string): Measured {
  const sources = sourcesIn(files);
  const graph = moduleGraph(sources);
  const own = modulesOf(graph, cycle);
  const textsOf = (names: readonly string[]) => names.map((name) => [name, plain(sources[name] ?? '')]);
  return {
    imports: importCount(graph),
    publicApi: fingerprint(publicApi(sources, 'src/index.ts')),
    modules: fingerprint(textsOf(own)),
    state: fingerprint([graph.modules, textsOf(neighbours(graph, own))]),
  };
}

/** The modules below src/. */
export function sourcesIn(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => /^src\/.*\.ts$/.test(name)));
}

/** The modules that a cycle's id names, in order of path. */
function modulesOf({ modules }: ModuleGraph, cycle: string): string[] {
  const names = new Set(cycle.split('+'));
  return modules.filter((name) => names.has(fileName(name)));
}

/** Modules with those that import them and those that they import, in order of path. */
function neighbours({ imports }: ModuleGraph, modules: readonly string[]): string[] {
  const own = new Set(modules);
  const near = imports.flatMap(({ from, to }) => (own.has(from) || own.has(to) ? [from, to] : []));
  return [...new Set([...own, ...near])].sort();
}

/** A module's file name without `.ts`. */
export function fileName(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.ts$/, '');
}

function plain(text: string): string {
  return text.replaceAll(/[^\S\n]+$/gm, '').trim();
}

function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}
