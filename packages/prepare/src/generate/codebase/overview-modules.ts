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
    modules,
    tests: modules.map(({ path, statements }) => {
      const name = /function (\w+)/.exec(statements[0] ?? '')?.[1] ?? '';
      return {
        name: path.split('/').at(-1) ?? path,
        imports: { [path]: [name] },
        cases: [{ title: 'names what it covers', lines: [`assert.equal(${name}().length, ${together});`] }],
      };
    }),
  };
}

function isGathered({ path, published }: SourceModule): boolean {
  return path.startsWith('services/') && functionsOf(published).length > 0;
}

function functionsOf(published: readonly string[]): string[] {
  return published.filter((name) => /^[a-z]/.test(name) && !name.startsWith('type '));
}

function overview(name: string, gathered: readonly SourceModule[]): SourceModule {
  const title = `${name}Overview`;
  const uses = gathered.map(({ path, published }) => ({ path, use: functionsOf(published)[0] ?? '' }));
  return {
    path: `reports/${name}-overview`,
    imports: Object.fromEntries(uses.map(({ path, use }) => [path, [use]])),
    statements: [
      `/** What the ${name} overview covers, by name. */\nexport function ${title}(): string[] {\n  return [${uses.map(({ use }) => use).join(', ')}].map(({ name }) => name);\n}`,
    ],
    published: [title],
  };
}
