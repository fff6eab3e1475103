import type { Random } from '../../random.js';
import { type CycleKind, plantCycles } from './cycles/plant-cycles.js';
import { domains } from './domains.js';
import { Nouns } from './nouns.js';
import { overviewModules } from './overview-modules.js';
import { entryText, projectFiles } from './project-files.js';
import { sharedModules } from './shared-modules.js';
import { moduleText, type Part, testText } from './source-module.js';
import { entityStack, tallest } from './stacks/entity-stack.js';

/** How many cycles of each kind. */
export type CycleCounts = Readonly<Record<CycleKind, number>>;

export interface CodebaseOptions {
  /** Modules below `src/`, the entry among them; tests come on top. At least 20 more than the cycles' own, of which each has up to 3. */
  readonly modules: number;
  readonly cycles: CycleCounts;
}

/** A ring of imports that was planted. */
export interface CodebaseCycle {
  /** File names of its modules without `.ts`, in alphabetical order, joined by `+`. */
  readonly id: string;
  /** Paths of its modules in that order. */
  readonly modules: readonly string[];
  readonly kind: CycleKind;
  /** By how many imports taking it out changes their number, where that follows docs/architecture.md. */
  readonly change: number;
}

export interface Codebase {
  /** Name of the package. */
  readonly name: string;
  readonly entry: string;
  /** Text by path: `src/`, `tests/`, `docs/architecture.md`, `README.md`, `package.json` and `tsconfig.json`. */
  readonly files: Readonly<Record<string, string>>;
  /** Every cycle of its import graph, in order of id: no module is in two. */
  readonly cycles: readonly CodebaseCycle[];
}

/**
 * A TypeScript package of so many modules in four layers over shared ones, with an entry that is its public API, tests that
 * pass (`node:test`), and planted import cycles, each closed by the one import of its ring that goes up. It is strict, its
 * types can be erased, and file names are unique. Every cycle's kind holds where it is taken out as docs/architecture.md has
 * it.
 *
 * @throws RangeError when there are too few modules for the cycles, or too many for the nouns of a domain
 */
export function generateCodebase(random: Random, { modules, cycles }: CodebaseOptions): Codebase {
  const domain = random.fork('domain').pick(domains);
  const nouns = new Nouns(random.fork('nouns'), domain);
  const planted = plantCycles(random.fork('kinds'), cycles).map(({ kind, plant, about }) => {
    const noun = nouns.take(about);
    return { kind, ...plant(random.fork('cycle', noun.kebab), noun) };
  });
  const shared = sharedModules();
  const overviews = overviewModules(random.fork('overviews'), planted);
  const fixed = [shared, ...planted, overviews].flatMap((part) => part.modules).length + 1;
  if (fixed + 5 > modules)
    throw new RangeError(`${modules} modules are too few for these cycles: at least ${fixed + 5}`);

  const stacks: Part[] = [];
  const heights = random.fork('heights');
  for (let left = modules - fixed; left > 0; ) {
    const least = Math.min(left, Math.max(3, Math.ceil(left / Math.max(1, nouns.left))));
    const height = Math.min(left, heights.integer(Math.min(least, tallest), tallest));
    const noun = nouns.take();
    const draw = random.fork('stack', noun.kebab);
    stacks.push(entityStack(draw, noun, draw.pick(domain.measures), height));
    left -= height;
  }

  const parts: Part[] = [shared, ...planted, ...stacks, overviews];
  const all = parts.flatMap((part) => part.modules);
  const tests = parts.flatMap((part) => part.tests);
  const files = {
    ...projectFiles(domain),
    'src/index.ts': entryText(all),
    ...Object.fromEntries(all.map((module) => [`src/${module.path}.ts`, moduleText(module)])),
    ...Object.fromEntries(tests.map((test) => [`tests/${test.name}.test.ts`, testText(test)])),
  };
  return {
    name: domain.name,
    entry: 'src/index.ts',
    files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))),
    cycles: planted
      .map(({ kind, ring, change }) => ({ ...named(ring), kind, change }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function named(ring: readonly string[]): Pick<CodebaseCycle, 'id' | 'modules'> {
  const fileName = (path: string) => path.split('/').at(-1) ?? path;
  const sorted = [...ring].sort((a, b) => (fileName(a) < fileName(b) ? -1 : 1));
  return { id: sorted.map(fileName).join('+'), modules: sorted.map((path) => `src/${path}.ts`) };
}
