import type { Domain } from './domains.js';
import type { SourceModule } from './source-module.js';

/** What stands beside the sources of a package. */
export function projectFiles({ name, about }: Domain): Record<string, string> {
  return {
    'package.json': `${JSON.stringify(
      {
        name,
        version: '1.4.0',
        private: true,
        type: 'module',
        exports: './src/index.ts',
        scripts: { test: 'node --test' },
      },
      null,
      2,
    )}\n`,
    'tsconfig.json': `${JSON.stringify(
      {
        compilerOptions: {
          target: 'es2022',
          module: 'nodenext',
          strict: true,
          noUncheckedIndexedAccess: true,
          verbatimModuleSyntax: true,
          erasableSyntaxOnly: true,
          allowImportingTsExtensions: true,
          noEmit: true,
          types: ['node'],
        },
        include: ['src', 'tests'],
      },
      null,
      2,
    )}\n`,
    'README.md': `# ${name}\n\n${about}.\n\nWhat \`src/index.ts\` exports is public, everything else is ours. How the modules hang together is told in\n\`docs/architecture.md\`.\n`,
    'docs/architecture.md': architecture,
  };
}

const architecture = `# Architecture

The folders of \`src\` are layers, from the bottom up:

1. \`shared\`: knows nothing of what we do
2. \`model\`: what things are
3. \`rules\`: what is decided about them
4. \`services\`: what is done with them, and what is kept in memory
5. \`reports\`: what is told about them

\`index.ts\` stands above all of them. A module imports from its own layer or from one below it, never from one above.

## Taking a cycle out

In each cycle exactly one import goes up. That is the one to take out:

- Where it brings in a type, a constant or a function that keeps no state, move that down, into the very module that imports
  it, with the imports that it needs. The module it came from, if it goes on needing it, imports it from there. What others
  import from the old place is passed on from it by an \`export … from\`.
- Where it brings in something that keeps state (a variable of the module that changes, and the functions that use it), leave
  it where it is, and let the caller hand it over as a parameter.

Nothing is declared twice, modules are not merged, there are no new modules, no registers that modules enter themselves in
for the purpose, and no \`import()\`. Tests stay as they are.
`;

/** The entry: what each module publishes, in order of path. */
export function entryText(modules: readonly SourceModule[]): string {
  const lines = [...modules]
    .filter(({ published }) => published.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, published }) => {
      const names = [...published].sort((a, b) => (bare(a) < bare(b) ? -1 : 1));
      const isType = names.every((name) => name.startsWith('type '));
      const list = names.map((name) => (isType ? bare(name) : name)).join(', ');
      return `export ${isType ? 'type ' : ''}{ ${list} } from './${path}.ts';`;
    });
  return `${lines.join('\n')}\n`;
}

function bare(name: string): string {
  return name.replace(/^type /, '');
}
