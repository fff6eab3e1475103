import type { Random } from '../../random.js';
import type { PlantedCycle } from './cycles/planted-cycle.js';
import type { Part, SourceModule } from './source-module.js';

/** Modules per overview. */
const together = 3;

/** Modules at the top that gather what is public of several planted rings, so that these are not islands. */
export function overviewModules(random: Random, planted: readonly PlantedCycle[]): Part {
  const sources = random.shuffle(planted).flatMap(({ modules }) => modules.filter(isGathered).slice(-1));
  const count = Math.min(3, Math.floor(sources.length / together));
  const names = random.sample(['daily', 'weekly', 'monthly', 'yearly'], count);
  const modules = names.map((name, index) => {
    const gathered = sources.slice(index * together, (index + 1) * together);
    return overview(name, gathered);
  });
  return {
    modules: modules.map(({ module }) => module),
    tests: modules.map(({ module: { path, published }, names: called }) => ({
      name: path.split('/').at(-1) ?? path,
      imports: { [path]: published },
      cases: [
        {
          title: 'calls each of its jobs by name',
          lines: [`assert.deepEqual(Object.keys(${published[0]}), ['${called.join("', '")}']);`],
        },
      ],
    })),
  };
}

function isGathered({ path, published }: SourceModule): boolean {
  return path.startsWith('services/') && functionsOf(published).length > 0;
}

function functionsOf(published: readonly string[]): string[] {
  return published.filter((name) => /^[a-z]/.test(name) && !name.startsWith('type '));
}

function overview(name: string, gathered: readonly SourceModule[]): { module: SourceModule; names: readonly string[] } {
  const title = `${name}Run`;
  const uses = gathered.map(({ path, published }) => ({ path, use: functionsOf(published)[0] ?? '' }));
  const names = uses.map(({ use }) => use);
  const module = {
    path: `reports/${name}-run`,
    imports: Object.fromEntries(uses.map(({ path, use }) => [path, [use]])),
    statements: [
      `/** The jobs of the ${name} run, by the name under which they are called. */\nexport const ${title} = { ${names.join(', ')} };`,
    ],
    published: [title],
  };
  return { module, names };
}
